package okno.platform.documents.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place for contents must do, seen through the store that seals them. */
abstract class BlobsContract {

    static final int MEGABYTE = 1024 * 1024;

    KeysetHandle keyset;
    Blobs blobs;
    DocumentStore store;
    UUID id;

    /** An empty place. */
    abstract Blobs blobs() throws IOException;

    @BeforeEach
    void aStore() throws GeneralSecurityException, IOException {
        AeadConfig.register();
        id = UUID.randomUUID();
        keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        blobs = blobs();
        store = new DocumentStore(blobs, aead());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SealedStream.SEGMENT - 1, SealedStream.SEGMENT, SealedStream.SEGMENT + 1, 11 * MEGABYTE})
    void gives_back_what_it_was_given_and_shows_nothing_of_it(int size) throws IOException {
        byte[] content = content(size);

        store.put(id, new ByteArrayInputStream(content));

        assertThat(store.get(id)).isEqualTo(content);
        if (size >= SealedStream.SEGMENT) {
            assertThat(new String(sealed(id), ISO_8859_1))
                    .doesNotContain(new String(content, size / 2, 16, ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11 * MEGABYTE})
    void keeps_nothing_of_a_content_that_breaks_off(int size) {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalArgumentException("refused half-way");
            }
        };
        InputStream content = new SequenceInputStream(new ByteArrayInputStream(content(size)), broken);

        assertThatThrownBy(() -> store.put(id, content)).hasMessage("refused half-way");

        assertThatThrownBy(() -> store.get(id)).isInstanceOf(IllegalStateException.class);
        assertThat(ids(Instant.now().plusSeconds(60))).doesNotContain(id);
    }

    @Test
    void a_content_that_breaks_off_leaves_the_one_before() {
        store.put(id, new ByteArrayInputStream(content(10)));

        assertThatThrownBy(() -> blobs.put(id, out -> {
                    out.write(content(6 * MEGABYTE));
                    throw new IOException("broken");
                }))
                .hasMessage("broken");

        assertThat(store.get(id)).isEqualTo(content(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11 * MEGABYTE})
    void what_is_judged_while_it_is_written_is_seen_only_when_it_is_accepted(int size) {
        Runnable refuse = () -> {
            throw new IllegalArgumentException("refused at the end");
        };

        assertThatThrownBy(() -> store.put(id, new ByteArrayInputStream(content(size)), refuse))
                .hasMessage("refused at the end");

        assertThatThrownBy(() -> store.get(id)).isInstanceOf(IllegalStateException.class);
        assertThat(ids(Instant.now().plusSeconds(60))).doesNotContain(id);

        store.put(id, new ByteArrayInputStream(content(size)), () -> {});
        assertThat(store.get(id)).isEqualTo(content(size));
    }

    @Test
    void what_is_deleted_is_gone_and_may_be_deleted_again() {
        store.put(id, new ByteArrayInputStream(content(10)));

        store.delete(id);
        store.delete(id);

        assertThatThrownBy(() -> store.open(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shows_what_is_older_than_a_time() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID one = UUID.randomUUID();
            store.put(one, new ByteArrayInputStream(content(i)));
            all.add(one);
        }

        assertThat(ids(Instant.now().plusSeconds(60))).containsAll(all);
        assertThat(ids(Instant.now().minus(Duration.ofHours(1)))).doesNotContainAnyElementsOf(all);
    }

    @Test
    void does_not_open_what_was_changed_cut_off_or_swapped() throws IOException, GeneralSecurityException {
        store.put(id, new ByteArrayInputStream(content(MEGABYTE)));
        byte[] sealed = sealed(id);

        for (int at : List.of(0, 5, 20, 200, sealed.length / 2, sealed.length - 1)) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            blobs.put(id, out -> out.write(changed));
            assertThatThrownBy(() -> store.get(id)).as("byte %d", at).isInstanceOf(IllegalStateException.class);
        }
        for (int length : List.of(0, 3, 6, 60, SealedStream.SEGMENT, sealed.length - 1)) {
            blobs.put(id, out -> out.write(Arrays.copyOf(sealed, length)));
            assertThatThrownBy(() -> store.get(id)).as("%d bytes", length).isInstanceOf(IllegalStateException.class);
        }
        UUID other = UUID.randomUUID();
        blobs.put(other, out -> out.write(sealed));
        assertThatThrownBy(() -> store.get(other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_a_change_of_the_key_documents_are_sealed_again_and_open_without_the_old_one()
            throws IOException, GeneralSecurityException {
        store.put(id, new ByteArrayInputStream(content(6 * MEGABYTE)));
        UUID inOnePiece = UUID.randomUUID();
        byte[] old = KmsEnvelopeAead.create(
                        AesGcmParameters.builder()
                                .setKeySizeBytes(32)
                                .setIvSizeBytes(12)
                                .setTagSizeBytes(16)
                                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                                .build(),
                        aead())
                .encrypt(content(10), ("document|" + inOnePiece).getBytes());
        blobs.put(inOnePiece, out -> out.write(old));
        byte[] before = sealed(id);
        assertThat(store.rewrap(id)).isFalse();

        KeysetHandle both = KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        DocumentStore rotated = new DocumentStore(blobs, aead(both));
        assertThat(rotated.get(id)).isEqualTo(content(6 * MEGABYTE));
        assertThat(rotated.presentKey()).isNotEqualTo(store.presentKey());
        assertThat(rotated.rewrap(id)).isTrue();
        assertThat(rotated.rewrap(id)).isFalse();
        assertThat(rotated.rewrap(inOnePiece)).isTrue();
        assertThat(rotated.rewrap(UUID.randomUUID())).isFalse();

        // The content itself is the same, byte for byte.
        byte[] after = sealed(id);
        assertThat(Arrays.copyOfRange(after, 200, after.length))
                .isEqualTo(Arrays.copyOfRange(before, 200, before.length));
        KeysetHandle onlyNew = KeysetHandle.newBuilder(both).deleteAt(0).build();
        DocumentStore without = new DocumentStore(blobs, aead(onlyNew));
        assertThat(without.get(id)).isEqualTo(content(6 * MEGABYTE));
        assertThat(without.get(inOnePiece)).isEqualTo(content(10));
        assertThatThrownBy(() -> store.get(id)).isInstanceOf(IllegalStateException.class);
    }

    Aead aead() throws GeneralSecurityException {
        return aead(keyset);
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        // Through its written form, as the service reads it.
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()),
                        InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    List<UUID> ids(Instant before) {
        List<UUID> all = new ArrayList<>();
        store.each(before, all::addAll);
        return all;
    }

    byte[] sealed(UUID document) throws IOException {
        try (InputStream sealed = blobs.open(document)) {
            return sealed.readAllBytes();
        }
    }

    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(42).nextBytes(content);
        return content;
    }
}
