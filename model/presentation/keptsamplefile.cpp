// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/keptsamplefile.h"

#include "model/scrape/filesaver.h"

#include <QFile>

#include <limits>

namespace sightglass {

namespace {

constexpr qint64 mostBytes = qint64{64} << 20;
/// Of a file that is read: one that is gone on with may be a few times what is written anew.
constexpr qint64 mostReadBytes = 4 * mostBytes;
constexpr qint64 spareBytes = qint64{256} << 10;

std::string readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostReadBytes)
        return {};
    return file.read(mostReadBytes).toStdString();
}

} // namespace

QString keptSamplesPath(const QString &stateFile)
{
    return stateFile.isEmpty() ? QString() : stateFile + QStringLiteral(".samples");
}

KeptSamples takeKeptSamples(const QString &path, TimestampMs until)
{
    return readKeptSamples(readAll(path), until);
}

void KeptSampleFile::begin()
{
    m_hasBegun = true;
    const KeptSamples kept = takeKeptSamples(m_path, std::numeric_limits<TimestampMs>::max());
    const auto usable = static_cast<qint64>(kept.usableBytes);
    if (usable == 0 || !QFile::resize(m_path, usable))
        return;
    m_writer = KeptSampleWriter(kept.newest);
    m_bytes = usable;
    m_wholeBytes = usable;
}

QString KeptSampleFile::append(const std::string &bytes)
{
    QFile file(m_path);
    const auto size = static_cast<qint64>(bytes.size());
    const bool isOurs = file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && file.size() == m_bytes;
    if (isOurs && file.seek(m_bytes) && file.write(bytes.data(), size) == size && file.flush()) {
        m_bytes += size;
        return {};
    }
    m_bytes = 0; // somebody else was there, or the disk is full
    return isOurs ? m_path + QStringLiteral(": ") + file.errorString() : QString();
}

QString KeptSampleFile::update(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                               TimestampMs now)
{
    if (!m_hasBegun)
        begin();
    if (m_bytes > 0 && m_bytes <= 2 * m_wholeBytes + spareBytes) {
        const std::string more = m_writer.more(snapshot, selectors, now);
        return more.empty() ? QString() : append(more);
    }
    const std::string whole = m_writer.whole(snapshot, selectors, now, static_cast<std::size_t>(mostBytes));
    const auto size = static_cast<qint64>(whole.size());
    QString problem = saveFile(m_path, QByteArray(whole.data(), size), FileReaders::User);
    m_bytes = problem.isEmpty() ? size : 0;
    m_wholeBytes = m_bytes;
    return problem;
}

} // namespace sightglass
