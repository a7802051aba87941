/**
 * Contents of documents, sealed: in a directory or in an S3 service, each under a key of its own that is sealed by the
 * service's ({@link okno.platform.documents.store.DocumentStore}).
 */
@NullMarked
package okno.platform.documents.store;

import org.jspecify.annotations.NullMarked;
