package okno.application.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDocumentStoreTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final UUID ID = UUID.fromString("019abcde-0000-7000-8000-0000000000aa");
    private static final UUID OTHER = UUID.fromString("019abcde-0000-7000-8000-0000000000ab");

    @TempDir
    Path directory;

    private Aead key;
    private FileDocumentStore store;

    @BeforeEach
    void aStore() throws GeneralSecurityException {
        AeadConfig.register();
        key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        store = new FileDocumentStore(directory, new SealedStream(key), key);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SealedStream.SEGMENT - 1, SealedStream.SEGMENT, SealedStream.SEGMENT + 1, 3 * MEGABYTE})
    void gives_back_what_it_was_given_and_shows_nothing_of_it_on_the_disk(int size) throws IOException {
        byte[] content = content(size);

        store.put(ID, new ByteArrayInputStream(content));

        assertThat(store.get(ID)).isEqualTo(content);
        assertThat(files()).containsExactly(file(ID));
        if (size >= SealedStream.SEGMENT) {
            String sealed = new String(Files.readAllBytes(file(ID)), ISO_8859_1);
            assertThat(sealed).doesNotContain(new String(content, size / 2, 16, ISO_8859_1));
        }
    }

    @Test
    void writes_while_the_content_still_comes() {
        InputStream first = new ByteArrayInputStream(content(MEGABYTE));
        InputStream rest = new InputStream() {
            @Override
            public int read() throws IOException {
                List<Path> written = files();
                assertThat(written).hasSize(1);
                assertThat(written.getFirst()).hasFileName(ID + ".part");
                assertThat(Files.size(written.getFirst())).isGreaterThan(MEGABYTE / 2);
                return -1;
            }
        };

        store.put(ID, new SequenceInputStream(first, rest));

        assertThat(store.get(ID)).hasSize(MEGABYTE);
    }

    @Test
    void keeps_nothing_of_a_content_that_breaks_off() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalArgumentException("refused half-way");
            }
        };
        InputStream content = new SequenceInputStream(new ByteArrayInputStream(content(MEGABYTE)), broken);

        assertThatThrownBy(() -> store.put(ID, content)).hasMessage("refused half-way");

        assertThat(files()).isEmpty();
    }

    @Test
    void does_not_open_what_was_changed_cut_off_or_swapped() throws IOException {
        store.put(ID, new ByteArrayInputStream(content(MEGABYTE)));
        byte[] sealed = Files.readAllBytes(file(ID));

        for (int at : List.of(0, 5, 20, 200, sealed.length / 2, sealed.length - 1)) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Files.write(file(ID), changed);
            assertThatThrownBy(() -> store.get(ID)).as("byte %d", at).isInstanceOf(IllegalStateException.class);
        }
        for (int length : List.of(0, 3, 6, 60, SealedStream.SEGMENT, sealed.length - 1)) {
            Files.write(file(ID), Arrays.copyOf(sealed, length));
            assertThatThrownBy(() -> store.get(ID)).as("%d bytes", length).isInstanceOf(IllegalStateException.class);
        }
        store.put(OTHER, new ByteArrayInputStream(content(1)));
        Files.write(file(OTHER), sealed);
        assertThatThrownBy(() -> store.get(OTHER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void still_opens_what_was_sealed_in_one_piece() throws IOException, GeneralSecurityException {
        Files.createDirectories(file(ID).getParent());
        Files.write(file(ID), key.encrypt(content(10), ("document|" + ID).getBytes(UTF_8)));

        assertThat(store.get(ID)).isEqualTo(content(10));
    }

    private Path file(UUID id) {
        return directory.resolve(id.toString().substring(34)).resolve(id.toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(42).nextBytes(content);
        return content;
    }
}
