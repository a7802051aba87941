package okno.identity.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What an enveloped signature is over. Only one shape counts: the signature is a child of the root and refers to the whole
 * document without itself, and to its own properties. Whatever picks parts of a document (XPath, XSLT, ids) could leave out
 * what a reader is shown.
 */
final class EnvelopedReferences {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String ENVELOPED = DSIG + "enveloped-signature";
    private static final String PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final Set<String> CANONICAL =
            Set.of("http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315");

    private EnvelopedReferences() {}

    static boolean coverAll(Element signature) {
        List<Element> signedInfo = children(signature, "SignedInfo");
        if (signature.getParentNode() != signature.getOwnerDocument().getDocumentElement() || signedInfo.size() != 1) {
            return false;
        }
        int whole = 0;
        for (Element reference : children(signedInfo.getFirst(), "Reference")) {
            if (isWhole(reference)) {
                whole++;
            } else if (!reference.getAttribute("Type").equals(PROPERTIES)) {
                return false;
            }
        }
        return whole == 1;
    }

    private static boolean isWhole(Element reference) {
        if (!reference.hasAttribute("URI") || !reference.getAttribute("URI").isEmpty()) {
            return false;
        }
        List<String> transforms = children(reference, "Transforms").stream()
                .flatMap(list -> children(list, "Transform").stream())
                .map(transform -> transform.getAttribute("Algorithm"))
                .toList();
        return transforms.contains(ENVELOPED)
                && transforms.stream().allMatch(one -> one.equals(ENVELOPED) || CANONICAL.contains(one));
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        List<Element> found = new ArrayList<>();
        IntStream.range(0, nodes.getLength()).forEach(i -> {
            if (nodes.item(i) instanceof Element child
                    && DSIG.equals(child.getNamespaceURI())
                    && name.equals(child.getLocalName())) {
                found.add(child);
            }
        });
        return found;
    }
}
