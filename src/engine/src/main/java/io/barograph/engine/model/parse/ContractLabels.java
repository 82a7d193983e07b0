package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.text.Names;
import java.util.List;
import java.util.Locale;

/** No label of the contract is called like a table's own column: the column would win and the label never be seen. */
final class ContractLabels {

    private ContractLabels() {}

    static void check(Contract contract, List<TableKind<?>> kinds, Issues issues) {
        for (Field field : contract.fields()) {
            if (Scope.isDerived(field.label()) || Scope.isDerived(field.name())) {
                taken(field, "a value that decisions have", issues);
            } else {
                kinds.stream()
                        .map(TableKind::form)
                        .filter(form -> form.others() == TableForm.Others.CONDITIONS && form.own(field.label()) != null)
                        .findFirst()
                        .ifPresent(form ->
                                taken(field, "a column of " + form.table().sheet(), issues));
            }
        }
    }

    private static void taken(Field field, String by, Issues issues) {
        String name = Scope.isDerived(field.name()) ? field.name() : field.label();
        issues.error(
                IssueCode.BAD_CONTRACT,
                CellAddress.ofFile(ModelFolder.CONTRACT),
                Wording.quoted(name) + " is the name of " + by + " already",
                Names.same(field.name(), name) ? null : "field " + field.name(),
                "give " + Wording.quoted(field.name()) + " another label, for example "
                        + Wording.quoted("Account " + name.toLowerCase(Locale.ROOT)));
    }
}
