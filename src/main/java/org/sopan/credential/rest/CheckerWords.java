package org.sopan.credential.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sopan.shared.Language;

/** What the script of the verifying page says, apart from the page: most who open that come without a signed code. */
@WebServlet({"/checker/words.bn.json", "/checker/words.en.json"})
public class CheckerWords extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, byte[]> WORDS = Map.of(
            "/checker/words.bn.json", bytes(Language.BN),
            "/checker/words.en.json", bytes(Language.EN));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] words = WORDS.getOrDefault(request.getServletPath(), new byte[0]);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(words.length);
        response.getOutputStream().write(words);
    }

    private static byte[] bytes(Language language) {
        return VerifyWords.ofScript(language).getBytes(StandardCharsets.UTF_8);
    }
}
