// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/promql/ast.h"
#include "parser/promql/features.h"
#include "parser/promql/lexer.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::promql {

/// Recursive descent over one query; used once. The first error ends it: functions then return null (or
/// false) and the error waits in m_error. Error texts name the innermost construct that was being read, as
/// Prometheus' grammar does, hence the stack of Contexts.
class Parser
{
public:
    Parser(std::string_view query, const Features &features);

    /// The whole query as one expression, type-checked.
    [[nodiscard]] Result<ExprPtr> parseExpression();
    /// The whole text as one metric selector.
    [[nodiscard]] Result<std::vector<Matcher>> parseMetricSelector();

private:
    using Node = std::shared_ptr<Expr>;

    /// What an unexpected token is said to be unexpected in, while it is alive.
    class Context
    {
    public:
        Context(Parser &parser, std::string_view name, std::string_view expected);
        ~Context();
        Context(const Context &) = delete;
        Context &operator=(const Context &) = delete;

        void nowExpect(std::string_view name, std::string_view expected);

    private:
        Parser &m_parser;
        const Context *m_outer;
        std::string_view m_name;
        std::string_view m_expected;
        friend class Parser;
    };

    // Tokens
    [[nodiscard]] const Token &peek();
    Token take();
    [[nodiscard]] bool at(TokenType type) { return peek().type == type; }
    [[nodiscard]] bool accept(TokenType type);
    /// Takes a token of this type, or fails with `unexpected …`.
    [[nodiscard]] bool expect(TokenType type);

    // Errors; all return null so that they end a function in one line
    std::nullptr_t fail(const SourceSpan &span, std::string message);
    std::nullptr_t unexpected();
    [[nodiscard]] Error located(Error error) const;

    // Expressions (expressions.cpp, operators.cpp)
    [[nodiscard]] Node expression(int minimumPrecedence);
    [[nodiscard]] Node operand();
    [[nodiscard]] Node unary();
    [[nodiscard]] Node binary(const Node &lhs, BinaryOp op);
    [[nodiscard]] bool binaryModifiers(Binary &node);
    [[nodiscard]] bool matchingLabels(VectorMatching &matching);
    [[nodiscard]] bool fillModifiers(VectorMatching &matching);
    [[nodiscard]] std::optional<double> fillValue();
    [[nodiscard]] Node primary();
    [[nodiscard]] Node word();
    [[nodiscard]] Node parenthesised();
    [[nodiscard]] Node numberLiteral();
    [[nodiscard]] Node stringLiteral();
    [[nodiscard]] Node sealed(Node node, SourceSpan span);

    // Calls and aggregations (calls.cpp)
    [[nodiscard]] Node call(const Token &name);
    [[nodiscard]] Node aggregate(const Token &op);
    [[nodiscard]] bool aggregateParts(Aggregate &node, std::vector<ExprPtr> &arguments);
    [[nodiscard]] bool setAggregateArguments(Aggregate &node, std::vector<ExprPtr> arguments);
    [[nodiscard]] bool grouping(Aggregate &node);
    [[nodiscard]] std::optional<std::vector<ExprPtr>> argumentList();
    [[nodiscard]] bool labelList(std::vector<std::string> &labels);
    [[nodiscard]] bool groupingLabel(std::vector<std::string> &labels);

    // Selectors (selectors.cpp)
    [[nodiscard]] Node vectorSelector();
    [[nodiscard]] Node namedSelector(const Token &name);
    [[nodiscard]] bool matcherList(std::vector<Matcher> &matchers);
    [[nodiscard]] std::optional<Matcher> matcher();
    [[nodiscard]] std::optional<Matcher> checkedMatcher(Matcher matcher, const SourceSpan &span);

    // What follows an operand: [..], offset, @, anchored, smoothed (postfix.cpp)
    [[nodiscard]] Node postfix(Node node);
    [[nodiscard]] Node brackets(const Node &node);
    [[nodiscard]] Node matrixSelector(const Node &node, DurationPtr range, const SourceSpan &brackets);
    [[nodiscard]] Node offset(const Node &node);
    [[nodiscard]] Node atModifier(const Node &node);
    [[nodiscard]] std::optional<AtModifier> atTarget(const Expr &node);
    [[nodiscard]] std::optional<AtModifier> atTimestamp(const Expr &node);
    [[nodiscard]] Node extension(const Node &node, RangeExtension which);

    // Durations (durations.cpp)
    [[nodiscard]] DurationPtr rangeDuration(Context &context, std::string_view name,
                                            std::string_view expected);
    [[nodiscard]] DurationPtr offsetDuration();
    [[nodiscard]] DurationPtr duration(int minimumPrecedence);
    [[nodiscard]] DurationPtr durationOperators(DurationPtr lhs, int minimumPrecedence);
    [[nodiscard]] DurationPtr signedDuration(int operandPrecedence);
    [[nodiscard]] DurationPtr negated(const DurationPtr &value, std::size_t begin);
    [[nodiscard]] DurationPtr durationPrimary();
    [[nodiscard]] DurationPtr durationFunction(DurationExpr::Kind kind, int argumentCount);
    [[nodiscard]] DurationPtr literalDuration();
    [[nodiscard]] DurationPtr sealed(DurationExpr duration, SourceSpan span);
    [[nodiscard]] std::optional<double> literalValue(const Token &token);

    std::string_view m_query;
    const Features &m_features;
    Lexer m_lexer;
    std::optional<Token> m_lookahead;
    std::size_t m_end = 0; ///< of the last token taken
    std::optional<Error> m_error;
    const Context *m_context = nullptr;
    std::vector<Binary *> m_binaries; ///< to settle their matching once types are known to be right
    int m_depth = 0;
    int m_durationNodes = 0;
    std::size_t m_regexInstructions = 0; ///< of all matchers
};

} // namespace sightglass::promql
