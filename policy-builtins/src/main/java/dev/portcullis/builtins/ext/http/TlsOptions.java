package dev.portcullis.builtins.ext.http;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.HttpAccess;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.builtins.ext.text.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The client of a request with the certificates and keys that it names. */
final class TlsOptions {
  private static final HttpClient PLAIN =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private TlsOptions() {}

  static HttpClient client(HttpAccess access, ObjectValue request, Duration timeout) {
    if (OutgoingRequest.flag(request, "tls_insecure_skip_verify")) {
      throw BuiltinException.failed("tls_insecure_skip_verify is not allowed");
    }
    String authorities = source(access, request, "tls_ca_cert");
    String certificate = source(access, request, "tls_client_cert");
    String key = source(access, request, "tls_client_key");
    String server = OutgoingRequest.text(request, "tls_server_name");
    if (authorities.isEmpty() && certificate.isEmpty() && server.isEmpty()) {
      return PLAIN;
    }
    HttpClient.Builder builder =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(certificate, key), trust(authorities), null);
      builder.sslContext(context);
      if (!server.isEmpty()) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(server)));
        builder.sslParameters(parameters);
      }
      return builder.build();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw BuiltinException.failed("invalid TLS options: " + e.getMessage());
    }
  }

  private static String source(HttpAccess access, ObjectValue request, String name) {
    String inline = OutgoingRequest.text(request, name).replace("\\n", "\n");
    String file = OutgoingRequest.text(request, name + "_file");
    String variable = OutgoingRequest.text(request, name + "_env_variable");
    if (file.isEmpty() && variable.isEmpty()) {
      return inline;
    }
    if (!access.localTlsFiles()) {
      throw BuiltinException.failed("files and environment variables are not allowed: " + name);
    }
    try {
      String content = System.getenv(variable.isEmpty() ? "-" : variable);
      return file.isEmpty() ? (content == null ? "" : content) : Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw BuiltinException.failed("could not read " + file);
    }
  }

  private static TrustManager @Nullable [] trust(String pem)
      throws GeneralSecurityException, IOException {
    if (pem.isEmpty()) {
      return null;
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates(pem)) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    if (number == 0) {
      throw BuiltinException.failed("could not append certificates");
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static List<Certificate> certificates(String pem) throws GeneralSecurityException {
    List<Certificate> certificates = new ArrayList<>();
    for (Pem.Block block : Pem.decodeAll(pem)) {
      if (block.type().equals("CERTIFICATE")) {
        certificates.add(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(block.bytes())));
      }
    }
    return certificates;
  }

  private static KeyManager @Nullable [] keys(String certificate, String key)
      throws GeneralSecurityException, IOException {
    if (certificate.isEmpty() || key.isEmpty()) {
      return null;
    }
    Pem.Block block = Pem.decode(key);
    if (block == null) {
      throw BuiltinException.failed("tls: failed to find any PEM data in key input");
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    char[] password = new char[0];
    store.setKeyEntry(
        "client",
        privateKey(block.bytes()),
        password,
        certificates(certificate).toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        // Not of this algorithm; the next may fit.
      }
    }
    throw BuiltinException.failed("tls: failed to parse private key");
  }
}
