package io.barograph.engine.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {

    private static final String HEAD = """
            apiVersion: v3.0.2
            kind: DataContract
            id: customer-health
            version: 1.2.0
            status: active
            schema:
              - name: attributes
                properties:
                  - name: account_id
                    physicalName: customerID
                    logicalType: string
                    primaryKey: true
              - name: indicators
                properties:
            """;

    private final Issues issues = new Issues();

    @Test
    void readsEveryPropertyOfAField() {
        Contract contract = accepted(HEAD + """
                              - name: seat_utilisation
                                businessName: Seat utilisation
                                physicalName: SeatUtil
                                logicalType: number
                                logicalTypeOptions: {minimum: 0, maximum: 100.50}
                                description: Seats used of seats bought
                                classification: sensitive
                                transformDescription: active users over seats
                                transformSourceObjects: [logins, seats]
                                customProperties:
                                  - {property: category, value: usage}
                                  - {property: unit, value: percent}
                                  - {property: direction, value: higher-is-better}
                                  - {property: sourceSystem, value: product telemetry}
                                  - {property: ownerRole, value: Product analytics}
                                  - {property: freshnessDays, value: 14}
                                  - {property: usableInScoring, value: false}
                        """);

        assertThat(issues.sorted()).isEmpty();
        assertThat(contract.version()).isEqualTo("1.2.0");
        assertThat(contract.fields())
                .containsExactly(new Field(
                        Field.Role.INDICATOR,
                        "seat_utilisation",
                        "Seat utilisation",
                        "SeatUtil",
                        FieldType.NUMBER,
                        BigDecimal.ZERO,
                        new BigDecimal("100.5"),
                        List.of(),
                        "usage",
                        "percent",
                        Field.Direction.HIGHER_IS_BETTER,
                        14,
                        false,
                        true,
                        "Seats used of seats bought",
                        new Field.Origin(
                                "product telemetry",
                                "Product analytics",
                                "active users over seats",
                                List.of("logins", "seats"))));
    }

    @Test
    void takesThePrimaryKeyAsAccountIdAndNotAsAField() {
        Contract contract = accepted(HEAD + field("logins", "logicalType: integer"));

        assertThat(contract.fields()).extracting(Field::name).containsExactly("logins");
        assertThat(contract.isAccountId("CUSTOMERID")).isTrue();
        assertThat(contract.isAccountId("account_id")).isTrue();
        assertThat(contract.isAccountId("logins")).isFalse();
    }

    @Test
    void takesAPlainMappingOfCustomPropertiesToo() {
        Contract contract = accepted(HEAD
                + field("plan", "logicalType: string", "customProperties: {allowedValues: [No, 2024, 'on hold']}"));

        assertThat(contract.fields().get(0).allowedValues()).containsExactly("No", "2024", "on hold");
    }

    @Test
    void labelsAFieldByItsNameWhenItHasNoBusinessName() {
        assertThat(accepted(HEAD + field("logins", "logicalType: integer"))
                        .fields()
                        .get(0)
                        .label())
                .isEqualTo("logins");
    }

    @Test
    void passesOverWhatTheStandardDefinesAndWeDoNotUse() {
        accepted(HEAD + field("logins", "logicalType: integer", "required: true", "tags: [x]") + """
                  support: [{channel: '#cs', url: 'https://example.com'}]
                  team: []
                  servers: []
                  slaProperties: [{property: latency, value: 1}]
                  """);

        assertThat(issues.sorted()).isEmpty();
    }

    @Test
    void noticesUnknownKeysWithASuggestion() {
        accepted(HEAD + field("logins", "logicalType: integer", "bussinessName: Logins", "colour: blue"));

        assertThat(messages())
                .containsExactly(
                        "data-contract.yaml:17 unknown key `bussinessName` in `logins`; did you mean `businessName`?",
                        "data-contract.yaml:18 unknown key `colour` in `logins`; it is not read");
        assertThat(issues.hasErrors()).isFalse();
    }

    @Test
    void noticesConstraintsItDoesNotCheck() {
        accepted(HEAD + field("plan", "logicalType: string", "logicalTypeOptions: {maxLength: 10}"));

        assertThat(messages())
                .containsExactly("data-contract.yaml:17 `maxLength` of `plan` is not checked; only `minimum`, `maximum`"
                        + " and `allowedValues` are");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            description: none                                                        | `x` has no `logicalType`; write one of `number`, `integer`, `boolean`, `string`, `date`
            logicalType: text                                                        | unknown `logicalType` `text` of `x`; write one of `number`, `integer`, `boolean`, `string`, `date`
            logicalType: [number]                                                    | `logicalType` must be a single value, but is a list
            {logicalType: number, logicalTypeOptions: {minimum: 5, maximum: 1}}      | `minimum` 5 of `x` is above its `maximum` 1; swap them
            {logicalType: string, logicalTypeOptions: {maximum: 5}}                  | `x` is of type `string`, so it cannot have a `maximum`; remove it
            {logicalType: number, logicalTypeOptions: {maximum: .inf}}               | `maximum` of `x` is `.inf`; write a number such as `100` or `0.5`, or leave it out when there is none
            {logicalType: number, logicalTypeOptions: {maximum: 010}}                | `maximum` of `x` is `010`; write a number such as `100` or `0.5`, or leave it out when there is none
            {logicalType: number, logicalTypeOptions: {maximum: 1e99}}               | `maximum` of `x` is `1e99`; write a number such as `100` or `0.5`, or leave it out when there is none
            {logicalType: number, customProperties: {allowedValues: [1]}}            | `x` is of type `number`, so it cannot have `allowedValues`; remove them, or make its `logicalType` `string`
            {logicalType: string, customProperties: {allowedValues: [a, A]}}         | `allowedValues` of `x` lists `A` twice; remove one (case does not count)
            {logicalType: string, customProperties: {allowedValues: []}}             | `allowedValues` of `x` is empty; list the values, or leave it out to allow any text
            {logicalType: string, customProperties: {allowedValues: 'a, b'}}         | `allowedValues` must be a list of `- ` items, but is a single value
            {logicalType: number, customProperties: {direction: up}}                 | unknown `direction` `up` of `x`; write one of `higher-is-better`, `lower-is-better`, `neither`
            {logicalType: number, customProperties: {usableInScoring: maybe}}        | `usableInScoring` is `maybe`; write `true` or `false`
            {logicalType: number, customProperties: {freshnessDays: 0.5}}            | `freshnessDays` of `x` is `0.5`; write whole days from 1 to 36500
            {logicalType: number, customProperties: [{property: unit}]}              | an item of `customProperties` needs both `property` and `value`
            {logicalType: number, primaryKey: perhaps}                               | `primaryKey` is `perhaps`; write `true` or `false`
            """)
    void rejectsBadProperties(String body, String message) {
        String flow = body.startsWith("{") ? body.substring(1, body.length() - 1) : body;

        assertThat(rejected(HEAD + "      - {name: x, " + flow + "}\n"))
                .containsOnlyOnce("data-contract.yaml:15 " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2nd", "seat-use", "a b", "", "é", "a.b"})
    void rejectsNamesThatAreNoIdentifiers(String name) {
        assertThat(rejected(HEAD + "      - {name: \"" + name + "\", logicalType: number}\n"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Overall",
                "overall band",
                "COVERAGE",
                "Segment",
                "Account tier",
                "Confidence",
                "Flags",
                "Flag severity",
                "Playbooks",
                "Cohort",
                "Band entered",
                "Days in  band",
                "Days to renewal",
                "Previous overall",
                "Previous Retention score",
                "Change in logins over 30 days",
                "Change in logins over 30 days %"
            })
    void rejectsLabelsThatMeanADerivedValue(String label) {
        assertThat(rejected(HEAD + field("x", "logicalType: number", "businessName: '" + label + "'")))
                .containsExactly("data-contract.yaml:17 the label `" + label
                        + "` already means a derived value in workbooks; choose another `businessName`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Indicator", "Score", "value", "Because", "Note", "Active", "Rule ID", "Due (days)", "Band"})
    void rejectsLabelsThatAreHeadersOfATable(String label) {
        assertThat(rejected(HEAD + field("x", "logicalType: number", "businessName: '" + label + "'")))
                .containsExactly("data-contract.yaml:17 the label `" + label
                        + "` is a header of a table; choose another `businessName`");
    }

    @Test
    void acceptsLabelsThatOnlyResembleDerivedValues() {
        accepted(HEAD
                + field("credit", "logicalType: number", "businessName: Credit score")
                + field("orders", "logicalType: number", "businessName: Previous orders"));

        assertThat(issues.sorted()).isEmpty();
    }

    @Test
    void rejectsNamesThatCouldMeanTwoFields() {
        assertThat(rejected(HEAD
                        + field("logins", "logicalType: number", "businessName: Weekly use")
                        + field("visits", "logicalType: number", "physicalName: weekly USE")))
                .containsExactly("data-contract.yaml:18 `weekly USE` is ambiguous: `visits` and `logins` (line 15) both"
                        + " go by it; names, labels and physical names must differ");
    }

    @Test
    void rejectsFieldsNamedLikeTheColumnsOfEveryInput() {
        assertThat(rejected(HEAD + field("as_of", "logicalType: date")))
                .containsExactly(
                        "data-contract.yaml:15 `as_of` is the as-of date of every input; give it another name");
    }

    @Test
    void reportsKeysThatStandTwice() {
        assertThat(rejected(HEAD + field("x", "logicalType: number", "logicalType: string")))
                .containsExactly(
                        "data-contract.yaml:17 the key `logicalType` stands twice, first on line 16; remove one"
                                + " of them");
    }

    @Test
    void reportsEverythingAtOnce() {
        assertThat(rejected("""
                        apiVersion: v2.2.2
                        kind: Contract
                        id: a
                        version: 1
                        status: active
                        schema:
                          - name: atributes
                            properties: []
                          - name: indicators
                            properties:
                              - name: x
                              - businessName: y
                        """))
                .containsExactly(
                        "data-contract.yaml:1 `apiVersion` is `v2.2.2`, but only version 3 of the standard is read;"
                                + " write `v3.0.2`",
                        "data-contract.yaml:2 `kind` is `Contract`; write `DataContract`",
                        "data-contract.yaml:6 `schema` has no object named `attributes`; add one, or rename"
                                + " `atributes`",
                        "data-contract.yaml:7 the object `atributes` is not read; only `attributes` and `indicators`"
                                + " are",
                        "data-contract.yaml:11 `x` has no `logicalType`; write one of `number`, `integer`, `boolean`,"
                                + " `string`, `date`",
                        "data-contract.yaml:12 a property has no `name`; add one, for example `seat_utilisation`");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThat(rejected("a: [1\nb: 2\n")).singleElement().asString().contains("this is not YAML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment\n",
                "just text",
                "- a\n- b\n",
                "a: 1\n---\nb: 2\n",
                "a: !!java.net.URL [x]\n"
            })
    void refusesWhatIsNoContract(String yaml) {
        assertThat(rejected(yaml)).isNotEmpty();
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(ContractReader.read("c.yaml", "kind: é".getBytes(ISO_8859_1), issues))
                .isNull();
        assertThat(issues.sorted()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE_FILE);
    }

    @Test
    void refusesDeepNesting() {
        assertThat(rejected("a: " + "[".repeat(100_000))).hasSize(1);
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(",", java.util.Collections.nCopies(50, "*a" + (i - 1)))));
        }

        assertThat(rejected(bomb.toString())).hasSize(1);
    }

    @Test
    void survivesNodesThatContainThemselves() {
        assertThat(rejected("schema: &s\n  - name: indicators\n    properties: *s\n"))
                .isNotEmpty();
    }

    @Test
    void refusesTooManyProperties() {
        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 0; i < 2_001; i++) {
            many.append("      - {name: f").append(i).append(", logicalType: number}\n");
        }

        assertThat(rejected(many.toString()))
                .containsExactly(
                        "data-contract.yaml:2014 the contract has more than 2,000 properties; split the model");
    }

    @Test
    void rendersTheSameContentAlikeHoweverItIsLaidOut() {
        Contract block = accepted(HEAD
                + field(
                        "plan",
                        "logicalType: string",
                        "description: A plan",
                        "customProperties: {unit: x, category: usage}"));
        Contract flow = accepted("# a comment\n" + HEAD
                + "      - {logicalType: 'string', customProperties: [{value: usage, property: category}, {property: unit,"
                + " value: \"x\"}], description: A\n          plan, name: plan}\n");
        Contract other = accepted(HEAD + field("plan", "logicalType: string", "description: Another plan"));

        assertThat(flow.canonical()).isEqualTo(block.canonical()).isNotEqualTo(other.canonical());
    }

    @Test
    void rendersCanonicallyAsDocumented() {
        assertThat(accepted(HEAD
                                + field(
                                        "use",
                                        "logicalType: number",
                                        "description: 'say \"x\"'",
                                        "logicalTypeOptions: {maximum: 1e2}"))
                        .canonical())
                .isEqualTo("""
                        contract 1
                        version "1.2.0"
                        account-id "account_id"
                        account-id "customerid"
                        indicator "use"
                         label "use"
                         type number
                         maximum 100
                         direction neither
                         usable-in-scoring true
                         sensitive false
                         description "say \\"x\\""
                        """);
    }

    private static String field(String name, String... lines) {
        StringBuilder yaml = new StringBuilder("      - name: " + name + "\n");
        for (String line : lines) {
            yaml.append("        ").append(line).append('\n');
        }
        return yaml.toString();
    }

    private @Nullable Contract read(String yaml) {
        return ContractReader.read("data-contract.yaml", yaml.getBytes(UTF_8), issues);
    }

    private Contract accepted(String yaml) {
        Contract contract = read(yaml);
        assertThat(issues.sorted()).noneMatch(Issue::isError);
        if (contract == null) {
            throw new AssertionError("there is no contract although there is no error");
        }
        return contract;
    }

    private List<String> rejected(String yaml) {
        assertThat(read(yaml)).isNull();
        assertThat(issues.hasErrors()).isTrue();
        return messages().stream()
                .filter(message -> !message.contains("is missing; the Open Data"))
                .toList();
    }

    private List<String> messages() {
        return issues.sorted().stream()
                .map(issue -> issue.cell() + " " + issue.message())
                .toList();
    }
}
