package dev.portcullis.engine;

import dev.portcullis.api.diagnostic.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Stands for the content of everything that a policy set is made of: two loads with one key give
 * one set.
 *
 * @param digest the SHA-256 of names, contents and settings
 */
record ContentKey(String digest) {

  static ContentKey of(SourceCollector.Result sources) {
    MessageDigest sha = sha256();
    for (PolicyFile file : sources.files()) {
      update(sha, file.name());
      update(sha, String.join("/", file.folder()));
      update(sha, Boolean.toString(file.namedOutright()));
      update(sha, new TreeMap<>(file.settings()).toString());
      update(sha, file.content());
    }
    for (Diagnostic diagnostic : sources.diagnostics()) {
      update(sha, diagnostic.toString());
    }
    return new ContentKey(HexFormat.of().formatHex(sha.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void update(MessageDigest sha, String text) {
    update(sha, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Lengths go before contents, so that no two lists of contents run together the same way. */
  private static void update(MessageDigest sha, byte[] bytes) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    sha.update(bytes);
  }
}
