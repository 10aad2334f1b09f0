// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/examinedtext.h"

#include "model/scrape/bodyreceiver.h"
#include "parser/exposition/formatdetection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ExaminedText)
};

Error unreadable(const QString &fileName, const QString &reason)
{
    return {ErrorCode::FileUnreadable, {fileName.toStdString(), reason.toStdString()}, {}, {}};
}

} // namespace

Result<std::shared_ptr<const PageCapture>> examinedText(std::string bytes)
{
    if (bytes.size() >= mostExaminedBytes)
        return bodyTooLarge(mostExaminedBytes);
    auto capture = std::make_shared<PageCapture>();
    const BodyCoding coding = codingByMagic(bytes);
    if (coding != BodyCoding::Plain) {
        capture->transfer.wireBytes = bytes.size();
        capture->transfer.compression = BodyCompression::Used;
        auto body = unpackedBody(coding, bytes, mostExaminedBytes);
        if (!body)
            return body.error();
        bytes = std::move(*body);
    }
    capture->body = std::move(bytes);
    capture->format = detectExpositionFormat(capture->body);
    return std::shared_ptr<const PageCapture>(std::move(capture));
}

Result<std::shared_ptr<const PageCapture>> examinedFile(const QString &fileName)
{
    // A pipe would wait for its writer, a device for ever.
    if (QFileInfo(fileName).exists() && !QFileInfo(fileName).isFile())
        return unreadable(fileName, Texts::tr("it is not a file"));
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(fileName, file.errorString());
    return examinedText(file.read(static_cast<qint64>(mostExaminedBytes)).toStdString());
}

} // namespace sightglass
