package dev.portcullis.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which version this is, from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"policy " + (version == null ? "of a source tree" : version)};
  }
}
