package dev.portcullis.rego.program;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes bytecode while the interpreter goes on, one plan after the other, on a thread that ends
 * when it has nothing to do.
 */
final class BackgroundCompiler {
  private static final ThreadPoolExecutor THREAD = thread();

  private BackgroundCompiler() {}

  private static ThreadPoolExecutor thread() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "portcullis-compiler");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  static void submit(Runnable compilation) {
    THREAD.execute(compilation);
  }
}
