package org.sopan.platform;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All files of the web client under one name, the hash of them all. Their paths carry it, so that a page never gets
 * part of one release and part of another: what an old page asks of a new server is not found.
 */
final class ClientRelease {
    static final String INDEX = "/index.html";
    static final String WORKER = "/app/worker.js";
    private static final String APP = "/app/";
    private static final int NAME = 16;
    /** What a trainer needs without a line; the rest stays on a device once it was used there. */
    private static final Predicate<String> SHELL = path -> !path.matches("/app/(staff[/.]|words/|icons/|worker\\.js"
            + "|mine/(?!device|leaving)|fields\\.js|pages/(forgot|password|certificates)).*");

    private final String name;
    private final Map<String, ClientFile> files = new HashMap<>();

    private ClientRelease(String name) {
        this.name = name;
    }

    /** @param content the files by their path in the application; paths of libraries name their version already */
    static ClientRelease of(SortedMap<String, byte[]> content) {
        ClientRelease release = new ClientRelease(name(content));
        content.forEach(release::add);
        String index = new String(content.getOrDefault(INDEX, new byte[0]), StandardCharsets.UTF_8);
        release.put(new ClientFile(INDEX, index.replaceAll("=\"app/", "=\"" + release.home())));
        String worker = new String(content.getOrDefault(WORKER, new byte[0]), StandardCharsets.UTF_8);
        release.put(new ClientFile("/sw.js", release.list() + worker));
        return release;
    }

    String name() {
        return name;
    }

    Optional<ClientFile> find(String path) {
        return Optional.ofNullable(files.get(path.isEmpty() || path.equals("/") ? INDEX : path));
    }

    private String home() {
        return APP + name + "/";
    }

    private void add(String path, byte[] content) {
        if (path.startsWith(APP)) {
            put(new ClientFile(home() + path.substring(APP.length()), content, true));
        }
        put(new ClientFile(path, content, path.startsWith("/webjars/")));
    }

    private void put(ClientFile file) {
        files.put(file.path(), file);
    }

    /** What the service worker keeps; the paths name the content, so that it takes nothing of another release. */
    private String list() {
        String all = files.keySet().stream()
                .filter(path -> path.startsWith(home()) || path.startsWith("/webjars/"))
                .filter(path -> SHELL.test(path.replace(home(), APP)))
                .sorted()
                .map(path -> "'" + path.replace(home(), "") + "'")
                .collect(Collectors.joining(",\n"));
        return "const HOME = '" + home() + "';\nconst FILES = [\n" + all + "];\n";
    }

    private static String name(SortedMap<String, byte[]> content) {
        StringBuilder all = new StringBuilder();
        content.forEach((path, bytes) ->
                all.append(path).append(' ').append(Hashes.sha256(bytes)).append('\n'));
        return Hashes.sha256(all.toString()).substring(0, NAME);
    }
}
