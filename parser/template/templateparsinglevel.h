// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass {

/// A level of nesting while it lives. The height bounds the recursion of whoever parses, prints, executes or
/// frees a template.
class TemplateParsingLevel
{
public:
    explicit TemplateParsingLevel(int &height) noexcept
        : m_height(++height)
    {}
    ~TemplateParsingLevel() { --m_height; }
    TemplateParsingLevel(const TemplateParsingLevel &) = delete;
    TemplateParsingLevel &operator=(const TemplateParsingLevel &) = delete;

    [[nodiscard]] bool tooHigh() const noexcept { return m_height > highest; }

private:
    static constexpr int highest = 200;

    int &m_height;
};

} // namespace sightglass
