// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace sightglass::test {

/// One case of a file in tests/data/templates.
struct TemplateCase
{
    int line = 0; ///< in the file
    std::string text;
    std::string expected;
    std::string peerDiffers; ///< how Debian's promtool differs from the reference; empty where it agrees
};

/// "? template", "= expected", "~ why the peer is not asked", "# comment"; ¶ stands for a newline.
[[nodiscard]] std::vector<TemplateCase> readTemplateCases(const QString &name);

/// A text in double quotes for YAML.
[[nodiscard]] QByteArray yamlQuoted(const std::string &text);

} // namespace sightglass::test
