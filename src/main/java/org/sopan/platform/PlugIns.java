package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Finds the plug-ins of an extension point on the class path, by name; two of one name stop the start. */
@ApplicationScoped
public class PlugIns {
    public <T> Map<String, T> of(Class<T> extensionPoint, Function<T, String> name) {
        Map<String, T> found = new HashMap<>();
        for (T plugIn : ServiceLoader.load(extensionPoint, extensionPoint.getClassLoader())) {
            if (found.put(name.apply(plugIn), plugIn) != null) {
                throw new IllegalStateException("two plug-ins are called " + name.apply(plugIn));
            }
        }
        return Map.copyOf(found);
    }
}
