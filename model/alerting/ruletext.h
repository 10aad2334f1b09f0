// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/templateexpansion.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A label or annotation of an alerting rule: a template that is parsed once. Copies share it.
class RuleText
{
public:
    /// `alert` is the rule's name, for error texts.
    RuleText(std::string name, std::string text, std::string_view alert);

    [[nodiscard]] const std::string &name() const noexcept { return m_name; }
    [[nodiscard]] const std::string &text() const noexcept { return m_text; }

    /// Whether there is something to expand.
    [[nodiscard]] bool isTemplate() const noexcept { return m_tree != nullptr; }

    /// Where parsing or expansion fails, Prometheus' text for that.
    [[nodiscard]] std::string expanded(const TemplateSample &element,
                                       const TemplateEnvironment &environment) const;

    friend bool operator==(const RuleText &a, const RuleText &b)
    {
        return a.m_name == b.m_name && a.m_text == b.m_text;
    }

private:
    std::string m_name;
    std::string m_text;
    std::shared_ptr<const TemplateTree> m_tree; ///< null: the text is not to be expanded
    std::string m_plain;                        ///< then it is this
};

/// A template whose expansion is this text.
[[nodiscard]] std::string templateOf(std::string_view plainText);

} // namespace sightglass
