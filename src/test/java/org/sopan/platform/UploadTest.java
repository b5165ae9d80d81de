package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final long LARGEST = 20L << 20;

    @Test
    void refusesAnEndlessBodySoonAfterItsLimit() {
        long[] given = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given[0]++;
                return 'x';
            }
        };
        assertThatThrownBy(() -> Upload.of(endless)).isInstanceOf(Upload.TooLarge.class);
        assertThat(given[0]).isBetween(LARGEST, LARGEST + (64 << 10));
    }

    @Test
    void keepsTheBodyInAFileThatGoesWhenItIsClosed() throws IOException {
        Path file;
        try (Upload upload = Upload.of(new ByteArrayInputStream(new byte[] {1, 2, 3}))) {
            file = upload.file();
            assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
        }
        assertThat(file).doesNotExist();
    }
}
