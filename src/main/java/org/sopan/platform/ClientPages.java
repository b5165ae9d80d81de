package org.sopan.platform;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends the web client from memory, where it is read and packed once at the start. */
@WebServlet(
        urlPatterns = {"", "/index.html", "/app/*", "/webjars/*", "/sw.js", "/manifest.webmanifest"},
        loadOnStartup = 1)
public class ClientPages extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Where a module names another: {@code from '/webjars/…'}, or next to itself, as libraries do. */
    private static final Pattern IMPORT =
            Pattern.compile("(?:from|import)\\s*\\(?[\"']((?:/webjars/|\\.)[^\"']+)[\"']");

    private transient @Nullable ClientRelease release;

    @Override
    public void init() {
        ServletContext context = getServletContext();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : new String[] {ClientRelease.INDEX, "/manifest.webmanifest"}) {
            read(context, path).ifPresent(content -> files.put(path, content));
        }
        gather(context, "/app/", files);
        addLibraries(context, files);
        release = ClientRelease.of(files);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        ClientRelease current = release;
        Optional<ClientFile> found = current == null ? Optional.empty() : current.find(path);
        if (found.isPresent()) {
            send(found.get(), request, response);
        } else if (path.startsWith("/webjars/")) {
            getServletContext().getNamedDispatcher("default").forward(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(ClientFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean zip = file.isBetterPacked() && Gzip.isAccepted(request.getHeader("Accept-Encoding"));
        response.setHeader("Cache-Control", file.caching());
        if (!file.isLasting()) {
            String tag = file.tag(zip);
            response.setHeader("ETag", tag);
            String known = request.getHeader("If-None-Match");
            if (known != null && known.contains(tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        byte[] content = file.content(zip);
        if (zip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static void gather(ServletContext context, String folder, SortedMap<String, byte[]> files) {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                gather(context, path, files);
            } else {
                read(context, path).ifPresent(content -> files.put(path, content));
            }
        }
    }

    /** Those modules of libraries that ours import, and what they import in turn. */
    private static void addLibraries(ServletContext context, SortedMap<String, byte[]> files) {
        Deque<String> modules = new ArrayDeque<>(
                files.keySet().stream().filter(path -> path.endsWith(".js")).toList());
        while (!modules.isEmpty()) {
            String module = modules.pop();
            Matcher imports = IMPORT.matcher(new String(files.get(module), StandardCharsets.UTF_8));
            while (imports.find()) {
                String path =
                        java.net.URI.create(module).resolve(imports.group(1)).getPath();
                if (path.startsWith("/webjars/") && !files.containsKey(path)) {
                    read(context, path).ifPresent(content -> {
                        files.put(path, content);
                        modules.push(path);
                    });
                }
            }
        }
    }

    private static Optional<byte[]> read(ServletContext context, String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
