package dev.portcullis.gatekeeper.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.gatekeeper.match.MatchOutcome.Criterion;
import dev.portcullis.gatekeeper.match.MatchSubject.ReviewNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCriteriaTest {
  private static final String POD =
      "{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'web', 'namespace': 'shop',"
          + " 'labels': {'app': 'web'}}}";
  private static final String NAMESPACE =
      "{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop', 'labels': {'team':"
          + " 'a'}}}";
  private static final String ROLE =
      "{'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'ClusterRole', 'metadata': {'name':"
          + " 'admin'}}";

  private static ObjectValue json(String text) {
    return (ObjectValue) JsonReader.STANDARD.read(text.replace('\'', '"'));
  }

  private static MatchSubject subject(String text, Optional<ReviewNamespace> namespace) {
    ObjectValue object = json(text);
    String apiVersion = object.get("apiVersion").toString().replace("\"", "");
    String kind = object.get("kind").toString().replace("\"", "");
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    return new MatchSubject(object, group, kind, "", namespace, Optional.of(Origin.ORIGINAL));
  }

  private static MatchOutcome matches(String criteria, String object) {
    return matches(criteria, object, Optional.empty());
  }

  private static MatchOutcome matches(
      String criteria, String object, Optional<ReviewNamespace> namespace) {
    List<String> problems = new ArrayList<>();
    MatchCriteria read = MatchCriteria.read(json(criteria), problems);
    assertThat(problems).isEmpty();
    return read.matches(subject(object, namespace));
  }

  private static void assertMatches(String criteria, String object) {
    assertThat(matches(criteria, object)).isEqualTo(new MatchOutcome.Matched());
  }

  private static void assertNot(Criterion criterion, String criteria, String object) {
    assertThat(matches(criteria, object)).isEqualTo(new MatchOutcome.NotMatched(criterion));
  }

  @Test
  void noCriteriaMeanEverything() {
    assertMatches("{}", POD);
    assertMatches("{}", ROLE);
  }

  @Test
  void oneRowOfKindsMustHoldWithBothItsParts() {
    String rows =
        "{'kinds': [{'apiGroups': ['apps'], 'kinds': ['*']}, {'apiGroups': ['*'], 'kinds':"
            + " ['Pod']}]}";

    assertMatches(rows, POD);
    assertNot(Criterion.KINDS, rows, ROLE);
    assertMatches("{'kinds': [{'kinds': ['ClusterRole']}]}", ROLE);
    assertNot(Criterion.KINDS, "{'kinds': [{'apiGroups': [''], 'kinds': ['ClusterRole']}]}", ROLE);
  }

  @Test
  void namespacesCountAsClusterObjects() {
    assertMatches("{'scope': 'Cluster'}", NAMESPACE);
    assertMatches("{'scope': 'Cluster'}", ROLE);
    assertMatches("{'scope': 'Namespaced'}", POD);
    assertNot(Criterion.SCOPE, "{'scope': 'Namespaced'}", NAMESPACE);
    assertNot(Criterion.SCOPE, "{'scope': 'Cluster'}", POD);
  }

  @Test
  void anUnknownScopeMeansEverything() {
    assertMatches("{'scope': 'namespaced'}", ROLE);
    assertMatches("{'scope': 'cluster'}", POD);
  }

  @Test
  void namespacesAreThoseOfTheObjectAndANamespacesOwnName() {
    assertMatches("{'namespaces': ['shop']}", POD);
    assertMatches("{'namespaces': ['shop']}", NAMESPACE);
    assertNot(Criterion.NAMESPACES, "{'namespaces': ['other']}", POD);
    assertNot(Criterion.EXCLUDED_NAMESPACES, "{'excludedNamespaces': ['shop']}", POD);
    assertNot(Criterion.EXCLUDED_NAMESPACES, "{'excludedNamespaces': ['shop']}", NAMESPACE);
  }

  @Test
  void objectsWithoutANamespacePassListsOfNamespaces() {
    assertMatches("{'namespaces': ['shop']}", ROLE);
    assertMatches("{'excludedNamespaces': ['*']}", ROLE);
  }

  @Test
  void theReviewedNamespaceWinsOverTheObjects() {
    assertThat(
            matches(
                "{'namespaces': ['shop']}",
                POD,
                Optional.of(new ReviewNamespace("elsewhere", Map.of()))))
        .isEqualTo(new MatchOutcome.NotMatched(Criterion.NAMESPACES));
  }

  @Test
  void anEmptyNamespaceIsInNoListAndMakesAnObjectNamespaced() {
    Optional<ReviewNamespace> empty = Optional.of(ReviewNamespace.EMPTY);

    assertThat(matches("{'namespaces': ['shop']}", ROLE, empty))
        .isEqualTo(new MatchOutcome.NotMatched(Criterion.NAMESPACES));
    assertThat(matches("{'scope': 'Namespaced'}", ROLE, empty))
        .isEqualTo(new MatchOutcome.Matched());
  }

  @ParameterizedTest
  @CsvSource({
    "web, web, true",
    "web, web2, false",
    "we*, web, true",
    "*eb, web, true",
    "*e*, web, true",
    "*x*, web, false",
    "*, anything, true",
    "w*b, web, false"
  })
  void starsStandAtTheEndsOnly(String pattern, String name, boolean expected) {
    assertThat(new Wildcard(pattern).matches(name)).isEqualTo(expected);
  }

  @Test
  void aGeneratedNameNeedsAPatternWithAnOpenEnd() {
    String generated =
        "{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'generateName': 'web-', 'namespace':"
            + " 'shop'}}";

    assertMatches("{'name': 'web-*'}", generated);
    assertMatches("{'name': '*eb*'}", generated);
    assertNot(Criterion.NAME, "{'name': 'web-'}", generated);
    assertNot(Criterion.NAME, "{'name': '*-'}", generated);
  }

  @Test
  void labelsAreSelected() {
    assertMatches("{'labelSelector': {'matchLabels': {'app': 'web'}}}", POD);
    assertNot(Criterion.LABEL_SELECTOR, "{'labelSelector': {'matchLabels': {'app': 'db'}}}", POD);
    assertMatches("{'labelSelector': {}}", POD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'key': 'app', 'operator': 'In', 'values': ['web', 'x']}   | true
          {'key': 'app', 'operator': 'In', 'values': ['x']}          | false
          {'key': 'no', 'operator': 'NotIn', 'values': ['x']}        | true
          {'key': 'app', 'operator': 'NotIn', 'values': ['web']}     | false
          {'key': 'app', 'operator': 'Exists'}                       | true
          {'key': 'no', 'operator': 'Exists'}                        | false
          {'key': 'no', 'operator': 'DoesNotExist'}                  | true
          {'key': 'app', 'operator': 'DoesNotExist'}                 | false
          """,
      quoteCharacter = '`')
  void selectorsHaveFourOperators(String expression, boolean expected) {
    MatchOutcome outcome =
        matches("{'labelSelector': {'matchExpressions': [" + expression + "]}}", POD);

    assertThat(outcome instanceof MatchOutcome.Matched).isEqualTo(expected);
  }

  @Test
  void aNamespaceIsSelectedByItsOwnLabels() {
    String selector = "{'namespaceSelector': {'matchLabels': {'team': 'a'}}}";

    assertMatches(selector, NAMESPACE);
    assertThat(
            matches(selector, POD, Optional.of(new ReviewNamespace("shop", Map.of("team", "a")))))
        .isEqualTo(new MatchOutcome.Matched());
    assertThat(
            matches(selector, POD, Optional.of(new ReviewNamespace("shop", Map.of("team", "b")))))
        .isEqualTo(new MatchOutcome.NotMatched(Criterion.NAMESPACE_SELECTOR));
  }

  @Test
  void anUnknownNamespaceLeavesASelectorUndecidedAndClusterObjectsPass() {
    String selector = "{'namespaceSelector': {'matchLabels': {'team': 'a'}}}";

    assertThat(matches(selector, POD)).isInstanceOf(MatchOutcome.Undecided.class);
    assertMatches(selector, ROLE);
  }

  @Test
  void anEarlierCriterionSparesTheSelector() {
    assertNot(
        Criterion.KINDS,
        "{'kinds': [{'kinds': ['Service']}], 'namespaceSelector': {'matchLabels': {'a': 'b'}}}",
        POD);
  }

  @Test
  void sourcesAreComparedAndAnUnknownOneIsUndecided() {
    assertMatches("{'source': 'All'}", POD);
    assertMatches("{'source': 'Original'}", POD);
    assertNot(Criterion.SOURCE, "{'source': 'Generated'}", POD);

    MatchSubject unknown =
        new MatchSubject(json(POD), "", "Pod", "", Optional.empty(), Optional.empty());
    assertThat(
            MatchCriteria.read(json("{'source': 'Original'}"), new ArrayList<>()).matches(unknown))
        .isInstanceOf(MatchOutcome.Undecided.class);
    assertThat(MatchCriteria.read(json("{}"), new ArrayList<>()).matches(unknown))
        .isInstanceOf(MatchOutcome.Matched.class);
  }

  @Test
  void selectorsThatMakeNoSenseAreReported() {
    List<String> problems = new ArrayList<>();

    MatchCriteria.read(
        json(
            "{'labelSelector': {'matchExpressions': [{'key': 'a', 'operator': 'In'}, {'key': 'a',"
                + " 'operator': 'Exists', 'values': ['x']}, {'key': 'a', 'operator': 'Is'}]},"
                + " 'source': 'Here'}"),
        problems);

    assertThat(problems)
        .containsExactly(
            "source must be All, Original or Generated, is \"Here\"",
            "labelSelector: values must be given for the operator In",
            "labelSelector: values must not be given for the operator Exists",
            "labelSelector: \"Is\" is no operator of label selectors");
  }
}
