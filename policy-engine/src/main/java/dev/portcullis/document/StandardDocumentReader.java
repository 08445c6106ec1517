package dev.portcullis.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentBatch.Skipped;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.spi.DocumentFormat;
import dev.portcullis.document.json.JavaValues;
import dev.portcullis.document.source.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The reader of the engine: finds the format of a text, reads it, unpacks lists. */
public final class StandardDocumentReader implements DocumentReader {
  /** How much of a text without a telling name is looked at to find its format. */
  private static final int HEAD = 4096;

  private final DocumentFormats formats;
  private final ReadLimits limits = ReadLimits.DEFAULT;

  /** Creates a reader of the engine's formats and those that the class path offers. */
  public StandardDocumentReader() {
    this(DocumentFormats.standard(List.of()));
  }

  /** Creates a reader that asks {@code first} before the formats of the usual reader. */
  public StandardDocumentReader(List<DocumentFormat> first) {
    this(DocumentFormats.standard(first));
  }

  StandardDocumentReader(DocumentFormats formats) {
    this.formats = formats;
  }

  @Override
  public DocumentBatch read(byte[] text, String source) {
    String name = fileName(source);
    Optional<DocumentFormat> byName = formats.ofName(name);
    if (byName.isPresent()) {
      return read(text, source, byName.get());
    }
    Optional<String> unreadable = DocumentFormats.unreadable(name);
    if (unreadable.isPresent()) {
      return skipped(source, unreadable.get());
    }
    String head = new String(text, 0, Math.min(text.length, HEAD), StandardCharsets.UTF_8);
    return formats
        .ofContent(head.startsWith("\uFEFF") ? head.substring(1) : head)
        .map(format -> read(text, source, format))
        .orElseGet(
            () ->
                head.isBlank()
                    ? DocumentBatch.EMPTY
                    : skipped(source, "neither its name nor its content tells its format"));
  }

  @Override
  public DocumentBatch read(byte[] text, String source, String format) {
    DocumentFormat found =
        formats
            .named(format)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no format " + format + ", there are " + formats.names()));
    return read(text, source, found);
  }

  private static DocumentBatch read(byte[] text, String source, DocumentFormat format) {
    DocumentFormat.Parsed parsed = format.read(text, source);
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    for (DocumentFormat.Part part : parsed.documents()) {
      KubernetesLists.unpack(
          Document.parsed(source, part.index(), format.name(), part.value(), part.positions()),
          documents,
          diagnostics);
    }
    return new DocumentBatch(documents, diagnostics, List.of());
  }

  private static DocumentBatch skipped(String source, String format) {
    return new DocumentBatch(
        List.of(), List.of(), List.of(new Skipped(source, "unsupported format: " + format)));
  }

  @Override
  public DocumentBatch read(InputStream text, String source) {
    try {
      return read(text.readNBytes(limits.maxBytes() + 1), source);
    } catch (IOException e) {
      return unreadable(source, e);
    }
  }

  @Override
  public DocumentBatch read(Path path) {
    return Files.isDirectory(path) ? readFolder(path) : readFile(path);
  }

  private DocumentBatch readFile(Path file) {
    try (InputStream text = Files.newInputStream(file)) {
      return read(text, file.toString());
    } catch (IOException e) {
      return unreadable(file.toString(), e);
    }
  }

  private DocumentBatch readFolder(Path folder) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Path file : files(folder, diagnostics)) {
      String name = fileName(file.toString());
      DocumentBatch batch =
          formats.ofName(name).isPresent()
              ? readFile(file)
              : skipped(
                  file.toString(),
                  DocumentFormats.unreadable(name).orElse("not known by its name"));
      documents.addAll(batch.documents());
      diagnostics.addAll(batch.diagnostics());
      skipped.addAll(batch.skipped());
    }
    return new DocumentBatch(documents, diagnostics, skipped);
  }

  private static Set<Path> files(Path folder, List<Diagnostic> diagnostics) {
    TreeSet<Path> files = new TreeSet<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            diagnostics.addAll(unreadable(file.toString(), e).diagnostics());
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      diagnostics.addAll(unreadable(folder.toString(), e).diagnostics());
    }
    return files;
  }

  private static DocumentBatch unreadable(String source, IOException e) {
    String reason =
        e instanceof NoSuchFileException ? "no such file" : "cannot be read: " + e.getMessage();
    return new DocumentBatch(
        List.of(),
        List.of(Diagnostic.error(DiagnosticCode.IO_ERROR, reason, new Location(source, 1, 1))),
        List.of());
  }

  @Override
  public Document fromTree(JsonNode tree) {
    return Document.of(JavaValues.fromTree(tree));
  }

  @Override
  public Document fromJava(Object object) {
    return object instanceof Document document ? document : Document.of(JavaValues.of(object));
  }

  private static String fileName(String source) {
    return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  }
}
