/** What is wrong with a policy, a document or a call, and where. */
@NullMarked
package dev.portcullis.api.diagnostic;

import org.jspecify.annotations.NullMarked;
