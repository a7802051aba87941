package okno.registry.dictionary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.registry.dictionary.domain.Dictionary;
import okno.registry.dictionary.domain.DictionaryFile;
import okno.registry.dictionary.domain.DictionaryItem;
import okno.registry.dictionary.persistence.Dictionaries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the dictionaries that come with the service, before it is ready. A file counts when its version is greater than
 * the one that is there; one that contradicts itself stops the start.
 */
@Component
class ImportDictionaries implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDictionaries.class);
    private static final String FILES = "classpath*:dictionaries/*.json";
    /** 149-FZ art. 14: information of state bodies is public. */
    private static final String BASIS = "149-FZ art. 14";

    private final Dictionaries dictionaries;
    private final ResourcePatternResolver resources;
    private final Audit audit;
    private final Clock clock;

    ImportDictionaries(Dictionaries dictionaries, ResourcePatternResolver resources, Audit audit, Clock clock) {
        this.dictionaries = dictionaries;
        this.resources = resources;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        dictionaries.lock();
        for (Resource file : resources.getResources(FILES)) {
            handle(JsonMapper.shared().readValue(file.getContentAsString(UTF_8), DictionaryFile.class));
        }
    }

    private void handle(DictionaryFile file) {
        Dictionary dictionary = file.dictionary();
        List<DictionaryItem> entries = file.entries();
        int known =
                dictionaries.find(dictionary.code()).map(Dictionary::version).orElse(0);
        if (dictionary.version() > known) {
            dictionaries.replace(dictionary, entries, clock.instant());
            audit.record(
                    "registry-service",
                    AuditRecord.done("dictionary.imported", "dictionary", dictionary.code(), null, BASIS));
            LOG.info("Dictionary {} is version {} now", dictionary.code(), dictionary.version());
        }
    }
}
