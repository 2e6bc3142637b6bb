import SourceEdit
import SwiftSyntax

/// Many candidates in one build: each function they touch becomes a switch over its variants.
///
/// ```
/// func share(…) -> Int {            func share(…) -> Int {
///     part / total                      switch HealingLabVariant.number {
/// }                                     case 1: guard total != 0 else { return 0 }; return part / total
///                            ──►        case 2: …
///                                       default: return part / total
///                                       }
///                                   }
/// ```
///
/// The variant is chosen by an environment variable that is read once. Variants that do not compile are told by
/// the lines of their diagnostics and left out of the next build. What is added stands inside of bodies: one declaration
/// more at file level, even a `fileprivate` one, would compile every importer again. Generic functions and those whose body
/// callers copy cannot hold a type and are built so all the same; there the choice stands at the end of the file, and no
/// caller copies the body any more. Source: mutant schemata (Untch, Offutt and Harrold, 1993), at the level of functions,
/// where the type checker judges each variant by itself.
package struct VariantBatch: Sendable {
    /// The environment variable that chooses a variant; 0 or absent for the unchanged code.
    package static let environmentVariable = "HEALING_LAB_VARIANT"

    /// Who says at run time which variant is active.
    package enum Chooser: Sendable {
        /// The environment of the process.
        case environment
        /// A fork server, for ``place``.
        case forkServer
    }

    /// The one place that a fork server knows in a bundle with variants; the numbers of the variants are its choices.
    package static let place: Int32 = 1

    /// One file of a build with variants in it.
    package struct Rendered: Sendable {
        package var path: String
        package var text: String
        fileprivate var lines: [(lines: ClosedRange<Int>, variant: Int)]

        /// The variant whose code stands on a one-based line; nil outside of all variants.
        package func variant(atLine line: Int) -> Int? {
            lines.first { $0.lines.contains(line) }?.variant
        }
    }

    /// Candidates by variant number, from 1.
    package let candidates: [Candidate]
    /// Candidates that reach outside of one function's body and need a build of their own.
    package let others: [Candidate]

    /// Where a body finds which variant is chosen.
    private enum Home: Sendable {
        /// In a type of its own, which reads the choice once.
        case body
        /// The same, but nothing can be stored in what is nested in a generic type.
        case bodyOfGenericType
        /// At the end of the file.
        case file
    }

    private struct Unit: Sendable {
        var path: String
        var body: Range<Int>
        var yields: Bool
        var home: Home
        /// What callers would go by, and not by the switch.
        var copying: [TextEdit]
        /// Variant number and edits with offsets into the file.
        var variants: [(number: Int, edits: [TextEdit])]
    }

    private let units: [Unit]
    private let files: [String: SourceFile]
    private let keepsOriginal: Bool

    /// - Parameters:
    ///   - all: candidates in the order they are to be tried.
    ///   - patient: the sources that they change.
    ///   - keepsOriginal: whether the unchanged code stays the default; code that does not compile cannot.
    package init(_ all: [Candidate], in patient: PatientSource, keepsOriginal: Bool = true) {
        self.keepsOriginal = keepsOriginal
        var candidates: [Candidate] = []
        var others: [Candidate] = []
        var units: [Unit] = []
        var files: [String: SourceFile] = [:]
        var bodies: [String: [Body]] = [:]
        for candidate in all {
            guard candidate.edits.count == 1, let edit = candidate.edits.first,
                let file = patient.file(edit.path)
            else {
                others.append(candidate)
                continue
            }
            let known = bodies[file.path] ?? Self.bodies(in: file)
            bodies[file.path] = known
            let body = known.first { body in
                edit.edits.allSatisfy {
                    body.range.lowerBound <= $0.range.lowerBound
                        && $0.range.upperBound <= body.range.upperBound
                }
            }
            guard let body else {
                others.append(candidate)
                continue
            }
            candidates.append(candidate)
            files[file.path] = file
            let variant = (number: candidates.count, edits: edit.edits)
            if let index = units.firstIndex(where: { $0.path == file.path && $0.body == body.range }) {
                units[index].variants.append(variant)
            } else {
                units.append(
                    Unit(
                        path: file.path, body: body.range, yields: body.yields, home: body.home,
                        copying: body.copying, variants: [variant]))
            }
        }
        self.candidates = candidates
        self.others = others
        self.units = units
        self.files = files
    }

    /// The files of a build that holds every variant but those in `dropped`.
    package func rendered(without dropped: Set<Int> = [], by chooser: Chooser = .environment) -> [Rendered] {
        files.keys.sorted().compactMap { path in
            guard let file = files[path] else { return nil }
            return render(
                file, units.filter { $0.path == path }.sorted { $0.body.lowerBound < $1.body.lowerBound },
                dropped, chooser)
        }
    }

    private func render(
        _ file: SourceFile, _ units: [Unit], _ dropped: Set<Int>, _ chooser: Chooser
    ) -> Rendered {
        let bytes = Array(file.text.utf8)
        let copying = units.flatMap(\.copying)
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        /// What stands between two bodies, where the attributes are.
        func between(_ range: Range<Int>) -> String {
            var seen: Set<Int> = []
            let edits = copying.filter {
                range.contains($0.range.lowerBound) && seen.insert($0.range.lowerBound).inserted
            }.map {
                TextEdit(
                    ($0.range.lowerBound - range.lowerBound)..<($0.range.upperBound - range.lowerBound),
                    $0.replacement)
            }
            return edits.applied(to: text(range)) ?? text(range)
        }
        var result = ""
        var line = 1
        var lines: [(ClosedRange<Int>, Int)] = []
        func add(_ text: String) {
            result += text
            line += text.utf8.count { $0 == 0x0A }
        }
        var position = 0
        for unit in units {
            add(between(position..<unit.body.lowerBound))
            let original = text(unit.body)
            if unit.home == .file {
                add("\nswitch __healingLabVariant() {\n")
            } else {
                add(Self.declaration(of: chooser, stores: unit.home == .body))
                add("\nswitch HealingLabVariant.number {\n")
            }
            for variant in unit.variants where !dropped.contains(variant.number) {
                let local = variant.edits.map {
                    TextEdit(
                        ($0.range.lowerBound - unit.body.lowerBound)..<($0.range.upperBound
                            - unit.body.lowerBound),
                        $0.replacement)
                }
                guard let body = local.applied(to: original) else { continue }
                add("case \(variant.number):\n")
                let first = line
                add(Self.explicit(body, yields: unit.yields))
                lines.append((first...line, variant.number))
                add("\n")
            }
            add("default:\n")
            add(
                keepsOriginal
                    ? Self.explicit(original, yields: unit.yields) : "fatalError(\"no variant chosen\")")
            add("\n}\n")
            position = unit.body.upperBound
        }
        add(between(position..<bytes.count))
        if units.contains(where: { $0.home == .file }) { add(Self.fileDeclaration(of: chooser)) }
        return Rendered(path: file.path, text: result, lines: lines)
    }

    private struct Body {
        var range: Range<Int>
        var yields: Bool
        var home: Home
        var copying: [TextEdit]
    }

    /// Bodies of functions that no other function holds.
    private static func bodies(in file: SourceFile) -> [Body] {
        FaultPoint.functions(in: file)
            .filter { context in FunctionContext.around(context.node.parent ?? Syntax(file.tree)) == nil }
            .map { context in
                let copying = context.copying
                return Body(
                    range: context.body.position.utf8Offset..<context.body.endPosition.utf8Offset,
                    yields: context.returnType != nil && context.returnType?.trimmedDescription != "Void",
                    home: !copying.isEmpty || isGenericItself(context.node)
                        ? .file : isInGeneric(context.node) ? .bodyOfGenericType : .body,
                    copying: copying)
            }
    }

    /// Whether a callable has type parameters of its own.
    private static func isGenericItself(_ declaration: Syntax) -> Bool {
        let subscripting =
            declaration.is(FunctionDeclSyntax.self) ? nil : declaration.enclosing(SubscriptDeclSyntax.self)
        let clause =
            declaration.as(FunctionDeclSyntax.self)?.signature.parameterClause
            ?? declaration.as(InitializerDeclSyntax.self)?.signature.parameterClause
            ?? subscripting?.parameterClause
        return declaration.as(FunctionDeclSyntax.self)?.genericParameterClause != nil
            || declaration.as(InitializerDeclSyntax.self)?.genericParameterClause != nil
            || subscripting?.genericParameterClause != nil
            || clause.map { $0.trimmedDescription.contains("some ") } ?? false
    }

    /// Whether a declaration stands in a type that is or may be generic; an extension may be one of a generic type.
    private static func isInGeneric(_ declaration: Syntax) -> Bool {
        var node: Syntax? = declaration
        while let current = node {
            if current.is(ExtensionDeclSyntax.self) || current.is(ProtocolDeclSyntax.self) { return true }
            if current.as(StructDeclSyntax.self)?.genericParameterClause != nil { return true }
            if current.as(ClassDeclSyntax.self)?.genericParameterClause != nil { return true }
            if current.as(EnumDeclSyntax.self)?.genericParameterClause != nil { return true }
            if current.as(ActorDeclSyntax.self)?.genericParameterClause != nil { return true }
            node = current.parent
        }
        return false
    }
}
