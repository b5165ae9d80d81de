package org.sopan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets on which a process waits for others, as Linux tells of them in {@code /proc}. */
final class Sockets {
    private static final String LISTENING = "0A";
    private static final String UNCONNECTED = "07";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private Sockets() {}

    /** One socket: {@code tcp}, {@code tcp6}, {@code udp} or {@code udp6}, the address as Linux writes it, the port. */
    record Open(String protocol, String address, int port) {}

    static boolean canBeSeen() {
        return Files.isDirectory(Path.of("/proc/self/fd")) && Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    static List<Open> openOf(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = inodes(process.resolve("fd"));
        List<Open> open = new ArrayList<>();
        for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path table = process.resolve("net").resolve(protocol);
            if (Files.isReadable(table)) {
                Workplace.read(table)
                        .lines()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> own.contains(columns[INODE]))
                        .filter(columns -> columns[STATE].equals(protocol.startsWith("tcp") ? LISTENING : UNCONNECTED))
                        .forEach(columns -> open.add(open(protocol, columns[LOCAL])));
            }
        }
        return open;
    }

    private static Open open(String protocol, String local) {
        String[] parts = local.split(":");
        return new Open(protocol, parts[0], Integer.parseInt(parts[1], 16));
    }

    private static Set<String> inodes(Path descriptors) {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> links = Files.list(descriptors)) {
            for (Path link : (Iterable<Path>) links::iterator) {
                String target = target(link);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
            return inodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a descriptor leads; nowhere, if it was closed meanwhile. */
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
