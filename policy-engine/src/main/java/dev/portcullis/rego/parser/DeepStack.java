package dev.portcullis.rego.parser;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what recurses deeper than the caller's stack may allow. */
final class DeepStack {
  private DeepStack() {}

  /** Returns what {@code task} gives on a thread with a stack of {@code bytes}. */
  static <T> @Nullable T call(long bytes, Supplier<@Nullable T> task) {
    FutureTask<@Nullable T> future = new FutureTask<>(task::get);
    Thread thread = new Thread(null, future, "rego-parser", bytes);
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while parsing");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
