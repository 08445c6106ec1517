package dev.portcullis.stdlib;

import dev.portcullis.api.spi.PackDescriptor;
import dev.portcullis.api.spi.PackFile;
import dev.portcullis.api.spi.PackFile.Role;
import dev.portcullis.api.spi.PackProvider;
import dev.portcullis.stdlib.PackIndex.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The packs of the standard library. */
public final class PackRepository implements PackProvider {
  private final PackIndex index;
  private final TemplateAssembler assembler;

  /** Reads the index; the files of a pack are read when they are asked for. */
  public PackRepository() {
    index = PackIndex.parse(Resources.text("index.json"));
    assembler = new TemplateAssembler(name -> Resources.text("lib/" + name));
  }

  @Override
  public List<PackDescriptor> packs() {
    return index.packs();
  }

  @Override
  public Optional<List<PackFile>> policies(String name) {
    return select(name).map(policies -> policies.flatMap(this::policyFiles).toList());
  }

  @Override
  public Optional<List<PackFile>> suites(String name) {
    return select(name).map(policies -> policies.flatMap(PackRepository::suiteFiles).toList());
  }

  private Optional<Stream<Policy>> select(String name) {
    Map<String, Policy> policies = index.policies();
    Policy single = policies.get(name);
    if (single != null) {
      return Optional.of(Stream.of(single));
    }
    return index.packs().stream()
        .filter(pack -> pack.name().equals(name))
        .findFirst()
        .map(pack -> pack.policies().stream().map(policies::get));
  }

  private Stream<PackFile> policyFiles(Policy policy) {
    PackFile template = file(policy, Role.TEMPLATE, "template.yaml");
    return Stream.of(
        new PackFile(
            template.policy(),
            template.role(),
            template.name(),
            assembler.assemble(template.text())),
        file(policy, Role.CONSTRAINT, "constraint.yaml"));
  }

  private static Stream<PackFile> suiteFiles(Policy policy) {
    List<PackFile> files = new ArrayList<>();
    files.add(file(policy, Role.SUITE, "suite.yaml"));
    for (String sample : policy.samples()) {
      files.add(file(policy, Role.SAMPLE, "samples/" + sample));
    }
    return files.stream();
  }

  private static PackFile file(Policy policy, Role role, String path) {
    String name = policy.id() + "/" + path;
    return new PackFile(policy.id(), role, name, Resources.text("policies/" + name));
  }
}
