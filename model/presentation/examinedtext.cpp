// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/examinedtext.h"

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/regularfile.h"
#include "parser/exposition/formatdetection.h"

#include <utility>

namespace sightglass {

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
    Result<std::string> bytes = readRegularFile(fileName, mostExaminedBytes);
    if (!bytes)
        return std::move(bytes).error();
    return examinedText(*std::move(bytes));
}

} // namespace sightglass
