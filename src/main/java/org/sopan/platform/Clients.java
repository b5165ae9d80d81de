package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Where a request comes from. {@code X-Forwarded-For} counts only when a named proxy sent it. */
@ApplicationScoped
public class Clients {
    private final Set<InetAddress> proxies;

    @Inject
    public Clients(Settings settings) {
        proxies = settings.proxies();
    }

    protected Clients() {
        proxies = Set.of();
    }

    /** The address of the client itself: the last one in the chain that is no proxy of ours. */
    public String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null) {
            return address;
        }
        String[] chain = forwarded.split(",", -1);
        for (int i = chain.length - 1; i >= 0 && isProxy(address); i--) {
            address = chain[i].strip();
        }
        return address;
    }

    /** From this machine, and not handed on by a proxy that was not named. */
    public boolean isLocal(HttpServletRequest request) {
        boolean unnamedProxy = request.getHeader("X-Forwarded-For") != null && !isProxy(request.getRemoteAddr());
        return !unnamedProxy && isLoopback(address(request));
    }

    private boolean isProxy(String address) {
        try {
            return proxies.contains(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return address.matches("[0-9a-fA-F.:]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
