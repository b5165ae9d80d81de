package org.sopan.bench;

import java.util.List;
import us.abstracta.jmeter.javadsl.core.preprocessors.DslJsr223PreProcessor.PreProcessorVars;

/** The learners who are in; connections share them so that no learner is at two at once. */
record Learners(List<Learner> all) {
    /** The learner whose turn it is at this connection. */
    Learner of(PreProcessorVars request, int connections) {
        int each = all.size() / connections;
        int turn = request.vars.getIteration() % each;
        return all.get(turn * connections + request.ctx.getThreadNum());
    }

    int size() {
        return all.size();
    }

    Learner get(int index) {
        return all.get(index);
    }
}
