package dev.portcullis.api.spi;

import java.util.List;

/**
 * What a pack is.
 *
 * @param name the name that it is loaded by
 * @param title a short title
 * @param description what its policies ask for
 * @param policies the ids of its policies
 */
public record PackDescriptor(String name, String title, String description, List<String> policies) {

  /** Copies the list. */
  public PackDescriptor {
    policies = List.copyOf(policies);
  }
}
