import SwiftSyntax

/// What the rest of the code shows to be missing: a part, a call, an element.
extension InsertUpdateOperator {
    /// `entry.expiresAt = expiresAt`: a part of a value that one in scope is meant for.
    func parts(_ visible: [Ingredient], _ isEnd: Bool, _ scope: MutationScope) -> [Update] {
        var found: [Update] = []
        let near = visible.filter { $0.origin <= .parameter }
        for part in scope.members(of: near.filter(\.isMutable)) where part.isMutable {
            let name = part.name.split(separator: ".").last.map(String.init) ?? ""
            let values = near.filter {
                $0.type != nil && ($0.type == part.type || $0.type == TypeText.unwrapped(part.type))
                    && !part.name.hasPrefix($0.name + ".")
            }
            for (rank, value) in values.prefix(2).enumerated() {
                let factor = value.name == name ? 0.85 : 0.4 - 0.05 * Double(rank)
                found.append(Update(statement: "\(part.name) = \(value.name)", factor: factor))
            }
        }
        for value in near where value.origin == .parameter && scope.changesSelf {
            // What hides a stored property is often meant to be kept in it.
            let stored = scope.ingredients.values(of: scope.reader.owner).first {
                $0.name == value.name && $0.isMutable && !$0.isStatic
            }
            if stored != nil {
                found.append(Update(statement: "self.\(value.name) = \(value.name)", factor: 0.8))
            }
        }
        return found
    }

    /// `parser.finish()`: what takes nothing and gives nothing is there for its effect, and easily forgotten at the end.
    func calls(
        _ visible: [Ingredient], _ isEnd: Bool, _ written: Written, _ scope: MutationScope
    ) -> [Update] {
        func isEffect(_ function: Ingredient) -> Bool {
            function.parameters?.isEmpty == true && function.type == "Void" && !function.isStatic
        }
        var found: [Update] = []
        for value in visible.filter({ $0.origin <= .member && scope.ingredients.knows($0.type) }).prefix(6)
        where !TypeText.isOptional(value.type) {
            let effects = scope.ingredients.functions(of: value.type).filter(isEffect)
            for (rank, function) in effects.prefix(3).enumerated()
            where !written.methods.contains(value.name + "." + function.name) {
                let factor = (value.origin == .local ? 0.8 : 0.65) * (isEnd ? 1 : 0.8) - 0.05 * Double(rank)
                found.append(Update(statement: "\(value.name).\(function.name)()", factor: factor))
            }
        }
        guard scope.changesSelf else { return found }
        let own = scope.ingredients.functions(of: scope.reader.owner).filter {
            isEffect($0) && !scope.function.name.hasSuffix(".\($0.name)()")
        }
        for (rank, function) in own.prefix(3).enumerated() {
            found.append(
                Update(statement: "\(function.name)()", factor: (isEnd ? 0.65 : 0.5) - 0.05 * Double(rank)))
        }
        return found
    }

    /// What is looked for in a collection that never gets it.
    func sought(
        _ target: Ingredient, _ anchor: CodeBlockItemSyntax, _ written: Written, _ weight: Double,
        _ scope: MutationScope
    ) -> [Update] {
        let method = TypeText.isSet(target.type) ? "insert" : "append"
        guard !TypeText.isDictionary(target.type), !written.methods.contains(target.name + "." + method)
        else {
            return []
        }
        var seen: Set<String> = []
        return (written.sought[target.name] ?? []).filter {
            scope.resolves($0, at: anchor.positionAfterSkippingLeadingTrivia.utf8Offset)
                && seen.insert($0.trimmedDescription).inserted
        }
        .prefix(2).map {
            Update(statement: "\(target.name).\(method)(\($0.trimmedDescription))", factor: weight)
        }
    }

    /// Values that are of a type once they are copied out of what they are a part of.
    func converted(_ visible: [Ingredient], to type: String) -> [(Ingredient, String)] {
        visible.filter { $0.origin <= .parameter }.compactMap { value in
            if type == "String", ["Substring", "Character"].contains(value.type) {
                return (value, "String(\(value.name))")
            }
            if TypeText.isArray(type), let own = value.type, own.hasPrefix("ArraySlice<"),
                TypeText.element(of: own) == TypeText.element(of: type)
            {
                return (value, "Array(\(value.name))")
            }
            return nil
        }
    }
}
