// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templateprinter.h"

#include "parser/base/quoting.h"

namespace sightglass {

namespace {

std::string joined(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += separator;
        text += parts[i];
    }
    return text;
}

std::string_view keyword(TemplateElementKind kind) noexcept
{
    switch (kind) {
    case TemplateElementKind::If:
        return "if ";
    case TemplateElementKind::Range:
        return "range ";
    case TemplateElementKind::With:
        return "with ";
    case TemplateElementKind::Break:
        return "break";
    case TemplateElementKind::Continue:
        return "continue";
    default:
        return {};
    }
}

} // namespace

std::string printTemplate(const TemplateOperand &operand)
{
    switch (operand.kind) {
    case TemplateOperandKind::Chain:
        return printTemplate(*operand.base) + "." + joined(operand.names, ".");
    case TemplateOperandKind::Dot:
        return ".";
    case TemplateOperandKind::Field:
        return "." + joined(operand.names, ".");
    case TemplateOperandKind::Variable:
        return joined(operand.names, ".");
    case TemplateOperandKind::Pipeline:
        return "(" + printTemplate(*operand.pipeline) + ")";
    default:
        return operand.text;
    }
}

std::string printTemplate(const TemplateCommand &command)
{
    std::string text;
    for (const TemplateOperand &operand : command.operands) {
        if (!text.empty())
            text += ' ';
        text += printTemplate(operand);
    }
    return text;
}

std::string printTemplate(const TemplatePipeline &pipeline)
{
    std::string text = joined(pipeline.variables, ", ");
    if (!text.empty())
        text += pipeline.assigns ? " = " : " := ";
    for (std::size_t i = 0; i < pipeline.commands.size(); ++i) {
        if (i > 0)
            text += " | ";
        text += printTemplate(pipeline.commands[i]);
    }
    return text;
}

std::string printTemplate(const TemplateElement &element)
{
    if (element.kind == TemplateElementKind::Text)
        return element.text;
    std::string text = "{{";
    text += keyword(element.kind);
    if (element.kind == TemplateElementKind::Template)
        text += "template " + goQuoted(element.text) + (element.pipeline ? " " : "");
    if (element.pipeline)
        text += printTemplate(*element.pipeline);
    return text + "}}";
}

} // namespace sightglass
