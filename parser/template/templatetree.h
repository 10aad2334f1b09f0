// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/template/templateliteral.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sightglass {

struct TemplatePipeline;

enum class TemplateOperandKind : std::uint8_t
{
    Bool,
    Chain,      ///< fields of something that is neither field nor variable: (…).a.b
    Dot,        ///< .
    Field,      ///< .a.b
    Identifier, ///< a function
    Nil,
    Number,
    Pipeline, ///< in parentheses
    String,
    Variable, ///< $a.b
};

/// One operand of a command. Positions are offsets in the template's text, where Go's error texts have them:
/// a field or variable of several names stands at its last but first.
struct TemplateOperand
{
    TemplateOperandKind kind = TemplateOperandKind::Dot;
    std::size_t position = 0;
    std::string text;               ///< as written: of literals; the name of a function
    std::string value;              ///< of a string
    TemplateNumber number;          ///< of a number
    std::vector<std::string> names; ///< of a field, a chain; of a variable with its $name first
    std::unique_ptr<TemplatePipeline> pipeline;
    std::unique_ptr<TemplateOperand> base; ///< of a chain
};

/// A function with its arguments, or one operand. Never empty.
struct TemplateCommand
{
    std::size_t position = 0;
    std::vector<TemplateOperand> operands;
};

/// Commands, each of which gets the result of the one before as its last argument; what comes out may be
/// declared or assigned as one variable (two for range).
struct TemplatePipeline
{
    std::size_t position = 0;
    bool assigns = false;
    std::vector<std::string> variables; ///< with their $
    std::vector<TemplateCommand> commands;
};

enum class TemplateElementKind : std::uint8_t
{
    Text,
    Action, ///< a pipeline whose result is printed unless it is declared
    If,
    Range,
    With,
    Template,
    Break,
    Continue,
};

/// A piece of text or an action.
struct TemplateElement
{
    TemplateElementKind kind = TemplateElementKind::Text;
    std::size_t position = 0;
    std::string text;                           ///< the text; the name of the template that is called
    std::unique_ptr<TemplatePipeline> pipeline; ///< null for text, break, continue, a template without data
    std::vector<TemplateElement> body;
    std::vector<TemplateElement> otherwise; ///< else
};

using TemplateElements = std::vector<TemplateElement>;

/// A template that parsed: immutable, for any thread, as often as one likes. How high it nests is bounded.
struct TemplateTree
{
    std::string name;
    std::string text;
    std::map<std::string, TemplateElements, std::less<>>
        definitions; ///< its own, and what it defines, by name
};

} // namespace sightglass
