package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** Runs an act as a person whom no request has brought, under the rules that hold for that person. */
@ApplicationScoped
public class ActAs {
    private final Caller caller;

    @Inject
    public ActAs(Caller caller) {
        this.caller = caller;
    }

    @ActivateRequestContext
    public void run(Identified who, Runnable act) {
        caller.become(who, "");
        act.run();
    }
}
