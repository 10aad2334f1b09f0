// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/parsetemplate.h"

#include "parser/template/templateparser.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

/// Far beyond any annotation; Go has no bound.
constexpr std::size_t mostBytes = std::size_t{1} << 20;

SourcePosition positionIn(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, offset);
    const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    const std::size_t lineBegin = before.rfind('\n') + 1; // 0 where there is none
    return {line + 1, static_cast<std::uint32_t>(offset - lineBegin) + 1};
}

Error syntaxError(std::string message, SourceSpan span, std::string_view text)
{
    return Error{ErrorCode::ConfigSyntax, {std::move(message)}, span, positionIn(text, span.begin)};
}

constexpr std::array<std::string_view, 29> alertFunctions = {"args",
                                                             "externalURL",
                                                             "first",
                                                             "graphLink",
                                                             "humanize",
                                                             "humanize1024",
                                                             "humanizeDuration",
                                                             "humanizePercentage",
                                                             "humanizeTimestamp",
                                                             "label",
                                                             "match",
                                                             "now",
                                                             "parseDuration",
                                                             "pathPrefix",
                                                             "query",
                                                             "reReplaceAll",
                                                             "safeHtml",
                                                             "sortByLabel",
                                                             "stripDomain",
                                                             "stripPort",
                                                             "strvalue",
                                                             "tableLink",
                                                             "title",
                                                             "toDuration",
                                                             "toLower",
                                                             "toTime",
                                                             "toUpper",
                                                             "urlQueryEscape",
                                                             "value"};

} // namespace

Result<TemplateTree> parseTemplate(std::string_view name, std::string_view text,
                                   std::span<const std::string_view> functions)
{
    if (text.size() > mostBytes)
        return syntaxError("template: " + std::string(name) + ": text of " + std::to_string(text.size()) +
                               " bytes is too long",
                           {}, text);
    TemplateTree tree;
    tree.name = name;
    tree.text = text;
    try {
        TemplateParsing parsing{name, TemplateLexer(tree.text), functions, tree.definitions};
        TemplateParser(parsing).parseRoot();
    } catch (const TemplateSyntaxFailure &failure) {
        return syntaxError(failure.message, failure.span, text);
    }
    return tree;
}

std::span<const std::string_view> alertTemplateFunctions() noexcept
{
    return alertFunctions;
}

Result<TemplateTree> parseAlertTemplate(std::string_view alert, std::string_view text)
{
    const std::string whole = std::string(alertTemplatePrelude) + std::string(text);
    auto tree = parseTemplate("__alert_" + std::string(alert), whole, alertFunctions);
    if (tree)
        return tree;
    Error error = std::move(tree).error();
    const auto shifted = [](std::size_t offset) {
        return offset - std::min(offset, alertTemplatePrelude.size());
    };
    error.span = {shifted(error.span.begin), shifted(error.span.end)};
    error.position = positionIn(text, error.span.begin);
    return error;
}

} // namespace sightglass
