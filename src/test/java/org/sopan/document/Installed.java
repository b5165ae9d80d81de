package org.sopan.document;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that some machines have: one more opinion where they are found, and said so where they are not. */
final class Installed {
    private Installed() {}

    static Optional<Path> find(String program) {
        Optional<Path> found = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println(program + " is not installed here: its opinion was not asked");
        }
        return found;
    }

    /** What a program writes about a file; each {@code @} among the arguments is the file. */
    static String output(Path program, byte[] content, String... arguments) {
        try {
            Path file = Files.createTempFile("sopan-test", null);
            try {
                Files.write(file, content);
                List<String> command = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                        .map(each -> each.equals("@") ? file.toString() : each)
                        .toList();
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
