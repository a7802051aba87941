package okno.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.dataformat.xml.JacksonXmlAnnotationIntrospector;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.ser.XmlBeanPropertyWriter;

/**
 * XML form of the same records as JSON: the root is the noun of the record ({@code ApplicationResponse} gives {@code
 * <application>}), a list is {@code <items><item>..</item></items>}. The name of the root does not matter on the way in.
 */
final class XmlBodies {

    private static final Pattern SUFFIX = Pattern.compile("(?<=.)(Response|Request|View|Body)$");
    private static final PropertyName ITEM = PropertyName.construct("item");

    private XmlBodies() {}

    static XmlMapper.Builder builder() {
        XmlFactory factory = XmlFactory.builder()
                .xmlInputFactory(new GuardedXmlInput())
                .streamReadConstraints(ParserLimits.constraints())
                .build();
        return XmlMapper.builder(factory)
                .annotationIntrospector(new RootNames())
                // What has no value is left out: XML would need xsi:nil for it.
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("list-items").setSerializerModifier(new ListItems()));
    }

    private static final class RootNames extends JacksonXmlAnnotationIntrospector {

        @Override
        public PropertyName findRootName(MapperConfig<?> config, AnnotatedClass type) {
            PropertyName annotated = super.findRootName(config, type);
            return annotated == null ? PropertyName.construct(nounOf(type.getRawType())) : annotated;
        }

        private static String nounOf(Class<?> type) {
            if (type == KeysetPage.class) {
                return "page";
            }
            if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
                return "items";
            }
            if (Map.class.isAssignableFrom(type)) {
                return "map";
            }
            String noun = SUFFIX.matcher(type.getSimpleName()).replaceFirst("");
            return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1);
        }
    }

    /** Runs after the XML module has chosen wrappers, and names what is inside them. */
    private static final class ListItems extends ValueSerializerModifier {

        @Override
        public List<BeanPropertyWriter> orderProperties(
                SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property -> property instanceof XmlBeanPropertyWriter list
                    ? new XmlBeanPropertyWriter(new Item(list), PropertyName.construct(list.getName()), ITEM)
                    : property);
            return properties;
        }
    }

    /** A list property under the name of its elements. */
    private static final class Item extends BeanPropertyWriter {

        Item(BeanPropertyWriter list) {
            super(list, new SerializedString(ITEM.getSimpleName()));
        }
    }
}
