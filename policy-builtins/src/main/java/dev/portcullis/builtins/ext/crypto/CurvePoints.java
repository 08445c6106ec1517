package dev.portcullis.builtins.ext.crypto;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * Points of elliptic curves over prime fields: the public point of a private number, which the JDK
 * does not compute. It is not constant in time; keys in policies are no secret to the evaluation.
 */
public final class CurvePoints {
  private final BigInteger p;
  private final BigInteger a;

  private CurvePoints(ECParameterSpec curve) {
    p = ((ECFieldFp) curve.getCurve().getField()).getP();
    a = curve.getCurve().getA();
  }

  /** Returns the generator times {@code d}, which is at least 1 and less than the order. */
  public static ECPoint multiply(ECParameterSpec curve, BigInteger d) {
    CurvePoints points = new CurvePoints(curve);
    ECPoint result = ECPoint.POINT_INFINITY;
    for (int bit = d.bitLength() - 1; bit >= 0; bit--) {
      result = points.add(result, result);
      if (d.testBit(bit)) {
        result = points.add(result, curve.getGenerator());
      }
    }
    return result;
  }

  private ECPoint add(ECPoint one, ECPoint two) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return two;
    }
    if (two.equals(ECPoint.POINT_INFINITY)) {
      return one;
    }
    BigInteger x1 = one.getAffineX();
    BigInteger y1 = one.getAffineY();
    BigInteger x2 = two.getAffineX();
    BigInteger y2 = two.getAffineY();
    if (x1.equals(x2) && !y1.equals(y2)) {
      return ECPoint.POINT_INFINITY;
    }
    BigInteger slope =
        x1.equals(x2)
            ? x1.pow(2)
                .multiply(BigInteger.valueOf(3))
                .add(a)
                .multiply(y1.shiftLeft(1).modInverse(p))
            : y2.subtract(y1).multiply(x2.subtract(x1).modInverse(p));
    BigInteger x = slope.pow(2).subtract(x1).subtract(x2).mod(p);
    return new ECPoint(x, slope.multiply(x1.subtract(x)).subtract(y1).mod(p));
  }
}
