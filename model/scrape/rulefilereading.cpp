// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/rulefilereading.h"

#include "model/scrape/configfiles.h"
#include "model/scrape/regularfile.h"
#include "parser/config/rulefilereader.h"
#include "parser/config/yamlencoding.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace sightglass {

namespace {

constexpr qint64 maxRuleFileBytes = qint64{16} << 20;

/// Where the file lies.
QString placeOf(const QString &path)
{
    if (!isBundledRules(path))
        return path;
    return QStringLiteral(":/rules/%1.yml").arg(path.mid(bundledRulesPrefix.size()));
}

} // namespace

std::string exactText(RuleProblem problem)
{
    if (problem.exactPosition.line != 0)
        problem.error.position = problem.exactPosition;
    return plainText(problem);
}

std::string plainText(const RuleFileFault &fault)
{
    const RuleProblem &problem = fault.problem;
    const bool hasPlace = problem.error.position.line != 0 || problem.exactPosition.line != 0;
    return fault.file.toStdString() + (hasPlace ? ":" : ": ") + exactText(problem);
}

bool isBundledRules(const QString &file)
{
    return file.startsWith(bundledRulesPrefix);
}

QStringList bundledRuleNames()
{
    QStringList names;
    // A second dot has the unit tests of the files.
    for (const QFileInfo &each :
         QDir(QStringLiteral(":/rules")).entryInfoList({QStringLiteral("*.yml")}, QDir::Files, QDir::Name)) {
        if (!each.completeBaseName().contains(u'.'))
            names << each.completeBaseName();
    }
    return names;
}

Result<std::string> ruleFileTextOf(const QString &path)
{
    // A name that is a path would be read from anywhere.
    if (isBundledRules(path) && !bundledRuleNames().contains(path.mid(bundledRulesPrefix.size())))
        return unreadable(path, QStringLiteral("no such rules come along; there are ") +
                                    bundledRuleNames().join(QStringLiteral(", ")));
    Result<std::string> bytes = readTextFile(placeOf(path), maxRuleFileBytes);
    return bytes ? utf8Yaml(*std::move(bytes)) : bytes;
}

RuleFileContent readRules(const QString &path, const RuleDefaults &defaults)
{
    RuleFileContent content{path, {}, {}};
    const Result<std::string> text = ruleFileTextOf(path);
    if (!text) {
        content.problems.push_back({text.error(), {}, {}, {}, 0, {}});
        return content;
    }
    RuleFileOptions options;
    options.features = defaults.features;
    RuleFileReading reading = readRuleFile(*text, options);
    content.problems = std::move(reading.problems);
    if (!content.problems.empty())
        return content;
    const std::string file = path.toStdString();
    for (const WrittenGroup &group : reading.file.groups)
        content.groups.push_back(ruleGroup(group, file, defaults));
    return content;
}

} // namespace sightglass
