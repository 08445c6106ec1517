package dev.portcullis.builtins.ext.text;

import dev.portcullis.api.value.NumberValue;
import java.util.OptionalLong;

/** Numbers as Go's JSON library takes them. */
public final class GoNumbers {
  private GoNumbers() {}

  /** Returns the integer of 64 bits that the number is written as: {@code 1e3} is none. */
  public static OptionalLong int64(NumberValue number) {
    try {
      return OptionalLong.of(Long.parseLong(number.text()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
