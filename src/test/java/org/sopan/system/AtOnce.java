package org.sopan.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Calls made at the same moment, as nearly as can be. */
final class AtOnce {
    private AtOnce() {}

    @SafeVarargs
    static List<Answer> call(Supplier<Answer>... calls) {
        CountDownLatch ready = new CountDownLatch(calls.length);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Supplier<Answer> call : calls) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            answers.add(answer);
            new Thread(() -> {
                        ready.countDown();
                        try {
                            ready.await();
                            answer.complete(call.get());
                        } catch (InterruptedException | RuntimeException e) {
                            answer.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
