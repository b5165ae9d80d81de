package org.sopan.bench;

import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsr223PreProcessor;
import static us.abstracta.jmeter.javadsl.JmeterDsl.responseAssertion;

import java.util.function.Function;
import us.abstracta.jmeter.javadsl.core.assertions.DslResponseAssertion.TargetField;
import us.abstracta.jmeter.javadsl.core.preprocessors.DslJsr223PreProcessor.PreProcessorVars;
import us.abstracta.jmeter.javadsl.http.DslHttpSampler;

/** What one request says; the answer must have the status that is expected of it, or the run fails. */
record Call(String path, String token, String body) {
    static Call get(String path, String token) {
        return new Call(path, token, "");
    }

    static DslHttpSampler sampler(String name, String method, int status, Function<PreProcessorVars, Call> next) {
        DslHttpSampler sampler = httpSampler(name, "${path}")
                .method(method)
                .followRedirects(false)
                .header("Accept-Encoding", "gzip")
                .header("Authorization", "Bearer ${token}");
        if (!method.equals("GET")) {
            sampler = sampler.header("Content-Type", "application/json").body("${body}");
        }
        return sampler.children(
                jsr223PreProcessor(request -> {
                    Call call = next.apply(request);
                    request.vars.put("path", call.path());
                    request.vars.put("token", call.token());
                    request.vars.put("body", call.body());
                }),
                responseAssertion()
                        .fieldToTest(TargetField.RESPONSE_CODE)
                        .ignoreStatus()
                        .equalsToStrings(Integer.toString(status)));
    }
}
