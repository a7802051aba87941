package okno.registry.dictionary.web;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import okno.registry.dictionary.DictionaryQueries;
import okno.registry.dictionary.domain.Dictionary;
import okno.registry.dictionary.domain.DictionarySearch;
import okno.registry.dictionary.domain.ListedItem;
import okno.registry.dictionary.domain.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Reference data for anybody. Texts come in both languages, so that one answer serves all readers. */
@RestController
@RequestMapping("/api/v1/dictionaries")
@PreAuthorize("denyAll()")
class DictionaryController {

    private static final CacheControl SHARED =
            CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate();

    private final DictionaryQueries dictionaries;

    DictionaryController(DictionaryQueries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ResponseEntity<KeysetPage<Dictionary>> all() {
        return ResponseEntity.ok()
                .cacheControl(SHARED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(new KeysetPage<>(dictionaries.all(), null));
    }

    /**
     * Entries by code. {@code parent}: only those directly below it, an empty one the top; {@code asOf}: the day on which
     * they count, today when left out; {@code q}: how the code or a word of the name begins. An answer stays the same
     * until the version of the dictionary changes or, without {@code asOf}, the day.
     */
    @GetMapping("/{code}/items")
    @PreAuthorize("permitAll()")
    @Nullable
    ResponseEntity<KeysetPage<ItemResponse>> items(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable @Size(max = 64) String parent,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            PageRequest page,
            ServletWebRequest request) {
        Dictionary dictionary = dictionaries.get(code);
        LocalDate day = asOf == null ? dictionaries.today() : asOf;
        String etag = "\"%s-%d-%s\"".formatted(dictionary.code(), dictionary.version(), day);
        if (request.checkNotModified(etag)) {
            return null;
        }
        String typed = q == null || q.isBlank() ? null : q.strip();
        List<ItemResponse> found =
                dictionaries
                        .page(new DictionarySearch(code, parent, day, typed, page.after(), page.limit() + 1))
                        .stream()
                        .map(ItemResponse::from)
                        .toList();
        return ResponseEntity.ok()
                .cacheControl(SHARED)
                .eTag(etag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(KeysetPage.of(found, page.limit(), ItemResponse::code));
    }

    /** An entry; {@code hasItems}: others stand below it. */
    record ItemResponse(
            String code,
            @Nullable String parent,
            Words name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean hasItems) {

        static ItemResponse from(ListedItem row) {
            var item = row.item();
            return new ItemResponse(
                    item.code(), item.parent(), item.name(), item.validFrom(), item.validTo(), row.hasItems());
        }
    }
}
