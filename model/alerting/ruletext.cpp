// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruletext.h"

#include <utility>

namespace sightglass {

RuleText::RuleText(std::string name, std::string text, std::string_view alert)
    : m_name(std::move(name))
    , m_text(std::move(text))
{
    if (m_text.find("{{") == std::string::npos) {
        m_plain = m_text;
        return;
    }
    auto tree = parseAlertTemplate(alert, m_text);
    if (tree)
        m_tree = std::make_shared<const TemplateTree>(std::move(tree).value());
    else // a rule file with it is refused; elsewhere it is told as Prometheus would
        m_plain = expandAlertTemplate(alert, m_text, {}, {});
}

std::string RuleText::expanded(const TemplateSample &element, const TemplateEnvironment &environment) const
{
    if (m_tree == nullptr)
        return m_plain;
    const auto text = expandTemplate(*m_tree, element, environment);
    return text ? *text : failedExpansion(text.error());
}

std::string templateOf(std::string_view plainText)
{
    std::string text;
    for (std::size_t at = 0; at < plainText.size();) {
        if (plainText.substr(at, 2) == "{{") {
            text += "{{\"{{\"}}";
            at += 2;
        } else {
            text += plainText[at++];
        }
    }
    return text;
}

} // namespace sightglass
