// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/template/templatelexer.h"
#include "parser/template/templatetree.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Thrown by TemplateParser, caught by parseTemplate().
struct TemplateSyntaxFailure
{
    std::string message; ///< Go's
    SourceSpan span;
};

/// What the parsers of one text share: each template that is defined in it has a parser of its own.
struct TemplateParsing
{
    std::string_view name;
    TemplateLexer lexer;
    std::span<const std::string_view> functions;
    std::map<std::string, TemplateElements, std::less<>> &definitions;
    int height = 0; ///< of what is under way
};

/// A recursive-descent parser along Go's own, so that the first error, its text and its line are Go's.
class TemplateParser
{
public:
    explicit TemplateParser(TemplateParsing &parsing)
        : m_parsing(parsing)
    {}

    /// Everything, into the definitions. Throws TemplateSyntaxFailure.
    void parseRoot();

private:
    /// How a list of elements ended.
    enum class ListEnd
    {
        End,
        Else
    };

    void parseDefinition();
    void define(const std::string &name, TemplateElements elements);
    ListEnd parseList(TemplateElements &list);
    std::optional<ListEnd> textOrAction(TemplateElements &list);
    std::optional<ListEnd> action(TemplateElements &list);
    TemplateElement control(TemplateElementKind kind, std::size_t position);
    void elsePart(TemplateElement &element);
    TemplateElement jump(TemplateElementKind kind, const TemplateToken &token);
    TemplateElement block();
    TemplateElement templateCall();
    std::string templateName(const TemplateToken &token, std::string_view context);

    std::unique_ptr<TemplatePipeline> pipeline(std::string_view context, TemplateTokenType end);
    void declarations(TemplatePipeline &pipeline, std::string_view context);
    void requireAnotherVariable(const TemplatePipeline &pipeline, std::string_view context);
    void declare(TemplatePipeline &pipeline, const TemplateToken &variable);
    void checkPipeline(const TemplatePipeline &pipeline, std::string_view context) const;
    TemplateCommand command();
    std::optional<TemplateOperand> operand();
    std::optional<TemplateOperand> term();
    TemplateOperand function(const TemplateToken &token) const;
    TemplateOperand variable(const TemplateToken &token) const;
    TemplateOperand number(const TemplateToken &token) const;
    TemplateOperand string(const TemplateToken &token) const;
    void addFields(TemplateOperand &operand);

    TemplateToken next();
    TemplateToken peek();
    TemplateToken nextNonSpace();
    TemplateToken peekNonSpace();
    TemplateToken expect(TemplateTokenType type, std::string_view context);
    void backUp() noexcept { ++m_peeked; }
    void backUp(TemplateToken before);
    void backUp(TemplateToken first, TemplateToken second);
    [[noreturn]] void fail(const std::string &message) const;
    [[noreturn]] void unexpected(const TemplateToken &token, std::string_view context) const;

    TemplateParsing &m_parsing;
    std::array<TemplateToken, 3> m_tokens; ///< what was read last and may be read again, the latest first
    std::size_t m_peeked = 0;
    std::vector<std::string> m_variables = {"$"};
    std::size_t m_actionLine = 0; ///< of the action under way, 0 outside
    int m_rangeDepth = 0;
};

} // namespace sightglass
