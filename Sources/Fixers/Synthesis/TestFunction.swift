package import Incident
package import SourceEdit
package import SwiftSyntax

/// Finds the source of a test that the evidence names.
package enum TestFunction {
    /// The function behind `LogicTests.RatioTests/testZero` or `LogicTests.Paging/clamps(_:)`.
    package static func find(
        _ test: String, _ diagnosis: Diagnosis?, in patient: PatientSource
    ) -> (SourceFile, FunctionDeclSyntax)? {
        let (suite, base) = split(test)
        var files = patient.tests
        if let path = diagnosis?.testLocation?.file, let named = patient.file(path) {
            files.removeAll { $0.path == named.path }
            files.insert(named, at: 0)
        }
        let named = files.flatMap { file in
            file.tree.descendants(FunctionDeclSyntax.self).filter { $0.name.text == base }.map { (file, $0) }
        }
        let own = named.filter { owner(of: $0.1) == suite }
        let found = own.isEmpty ? named : own
        // A helper may be called like the test that calls it.
        let count = parameters(of: test)
        return found.first { $0.1.signature.parameterClause.parameters.count == count } ?? found.first
    }

    /// How many parameters a test's name tells: one for each colon of `clamps(_:by:)`.
    private static func parameters(of test: String) -> Int {
        guard test.hasSuffix(")"), let start = test.lastIndex(of: "(") else { return 0 }
        return test[start...].count { $0 == ":" }
    }

    /// The innermost type's name and the function's base name.
    package static func split(_ test: String) -> (suite: String?, function: String) {
        let parts = test.split(separator: "/").map(String.init)
        guard var function = parts.last else { return (nil, test) }
        var suite = parts.count > 1 ? parts[parts.count - 2] : nil
        if parts.count == 1, let dot = function.prefix(while: { $0 != "(" }).lastIndex(of: ".") {
            function = String(function[function.index(after: dot)...])
        }
        if let dot = suite?.lastIndex(of: "."), let text = suite {
            suite = String(text[text.index(after: dot)...])
        }
        if parts.count == 2, suite == parts[0], function.hasSuffix(")"), !parts[0].contains(".") {
            suite = nil
        }
        return (suite, String(function.prefix { $0 != "(" }).replacing("`", with: ""))
    }

    /// The name of the type or extension a function is a member of.
    package static func owner(of function: FunctionDeclSyntax) -> String? {
        var node = function.parent
        while let current = node {
            if current.isTypeDeclaration, let named = current.asProtocol((any NamedDeclSyntax).self) {
                return named.name.text
            }
            if let owner = current.as(ExtensionDeclSyntax.self) {
                return owner.extendedType.trimmedDescription
            }
            node = current.parent
        }
        return nil
    }
}
