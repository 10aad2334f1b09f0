// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandinput.h"

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/regularfile.h"
#include "model/scrape/rulefilereading.h"
#include "parser/config/filepattern.h"
#include "parser/config/yamlencoding.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace sightglass {

namespace {

struct Close
{
    void operator()(std::FILE *file) const
    {
        if (file != stdin)
            std::fclose(file);
    }
};

} // namespace

Result<std::string> readCommandInput(const QString &source, std::size_t longest)
{
    constexpr std::size_t pieceBytes = std::size_t{1} << 16U;
    const std::unique_ptr<std::FILE, Close> file(
        source == QLatin1String("-") ? stdin : std::fopen(QFile::encodeName(source).constData(), "rb"));
    if (file == nullptr)
        return unreadable(source, QString::fromLocal8Bit(std::strerror(errno)));
    std::string bytes;
    for (std::size_t got = 1; got > 0;) {
        const std::size_t size = bytes.size();
        bytes.resize(size + pieceBytes);
        got = std::fread(bytes.data() + size, 1, pieceBytes, file.get());
        bytes.resize(size + got);
        if (bytes.size() > longest)
            return unreadable(source, QStringLiteral("it is larger than %1 MiB").arg(longest >> 20U));
    }
    if (std::ferror(file.get()) != 0)
        return unreadable(source, QString::fromLocal8Bit(std::strerror(errno)));
    return bytes;
}

Result<std::string> readPageInput(const QString &source, std::size_t longest)
{
    Result<std::string> bytes = readCommandInput(source, longest);
    if (!bytes)
        return bytes;
    const BodyCoding coding = codingByMagic(*bytes);
    return coding == BodyCoding::Plain ? std::move(bytes) : unpackedBody(coding, *bytes, longest);
}

Result<std::string> readRulesInput(const QString &source, std::size_t longest)
{
    if (isBundledRules(source))
        return ruleFileTextOf(source);
    Result<std::string> bytes = readCommandInput(source, longest);
    return bytes ? utf8Yaml(*std::move(bytes)) : bytes;
}

QStringList filesOfPattern(const QString &argument)
{
    if (argument == QLatin1String("-") || QFileInfo::exists(argument) || !isWildcard(argument.toStdString()))
        return {argument};
    const QStringList matching = matchingFiles(argument.toStdString());
    return matching.isEmpty() ? QStringList{argument} : matching;
}

} // namespace sightglass
