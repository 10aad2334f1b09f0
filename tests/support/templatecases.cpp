// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/templatecases.h"

#include "tests/support/conformance.h"

#include <QList>

namespace sightglass::test {

std::vector<TemplateCase> readTemplateCases(const QString &name)
{
    const QByteArray content =
        readFile(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/templates/") + name);
    std::vector<TemplateCase> cases;
    int number = 0;
    const QList<QByteArray> lines = content.split('\n');
    for (const QByteArray &line : lines) {
        ++number;
        QByteArray rest = line.mid(2);
        rest.replace("\xC2\xB6", "\n");
        if (line.startsWith("? "))
            cases.push_back({number, rest.toStdString(), {}, {}});
        else if (line.startsWith("= ") && !cases.empty())
            cases.back().expected = rest.toStdString();
        else if (line.startsWith("~ ") && !cases.empty())
            cases.back().peerDiffers = rest.toStdString();
    }
    return cases;
}

QByteArray yamlQuoted(const std::string &text)
{
    QByteArray out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    return out + '"';
}

} // namespace sightglass::test
