// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/envelope.h"

#include "model/query/annotations.h"

#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t maxAnnotations = 10;
/// For what stands behind the data.
constexpr std::size_t roomForRemarks = std::size_t{1} << 20U;

void writeTexts(JsonWriter &writer, std::string_view name, const std::vector<std::string> &texts)
{
    if (texts.empty())
        return;
    writer.key(name);
    writer.beginArray();
    for (const std::string &text : texts)
        writer.string(text);
    writer.endArray();
}

void addUpToLimit(std::vector<std::string> &texts, std::size_t &omitted, std::string text)
{
    if (texts.size() < maxAnnotations)
        texts.push_back(std::move(text));
    else
        ++omitted;
}

} // namespace

Envelope::Envelope(std::size_t maxBytes)
    : m_writer(m_body, maxBytes)
    , m_maxBytes(maxBytes)
{}

JsonWriter &Envelope::data()
{
    if (!m_hasData) {
        m_hasData = true;
        m_writer.beginObject();
        m_writer.member("status", "success");
        m_writer.key("data");
    }
    return m_writer;
}

void Envelope::fail(ApiError error)
{
    if (!m_error)
        m_error = std::move(error);
}

void Envelope::annotate(std::span<const Annotation> annotations, std::string_view query)
{
    std::size_t warningsOmitted = 0;
    std::size_t infosOmitted = 0;
    std::vector<std::string> warnings;
    std::vector<std::string> infos;
    for (const Annotation &annotation : annotations) {
        std::string text = annotationText(annotation, query);
        if (annotation.severity == Annotation::Severity::Warning)
            addUpToLimit(warnings, warningsOmitted, std::move(text));
        else
            addUpToLimit(infos, infosOmitted, std::move(text));
    }
    if (warningsOmitted > 0)
        warnings.push_back(std::to_string(warningsOmitted) + " more warning annotations omitted");
    if (infosOmitted > 0)
        infos.push_back(std::to_string(infosOmitted) + " more info annotations omitted");
    m_warnings.insert(m_warnings.end(), warnings.begin(), warnings.end());
    m_infos.insert(m_infos.end(), infos.begin(), infos.end());
}

void Envelope::writeRemarks(JsonWriter &writer) const
{
    writeTexts(writer, "warnings", m_warnings);
    writeTexts(writer, "infos", m_infos);
    writer.endObject();
}

ApiResponse Envelope::finishWithoutData() const
{
    ApiResponse response;
    if (!m_error) {
        response.code = 204; // as Prometheus answers where there is nothing to say
        return response;
    }
    response.code = apiErrorCode(m_error->type);
    JsonWriter writer(response.body, roomForRemarks);
    writer.beginObject();
    writer.member("status", "error");
    writer.member("errorType", apiErrorName(m_error->type));
    writer.member("error", m_error->text);
    writeRemarks(writer);
    return response;
}

ApiResponse Envelope::finish()
{
    if (m_hasData && m_writer.full())
        fail({ApiErrorType::Execution,
              "the answer would be larger than " + std::to_string(m_maxBytes) + " bytes: ask for less"});
    if (m_error || !m_hasData)
        return finishWithoutData();
    m_writer.setLimit(m_body.size() + roomForRemarks);
    writeRemarks(m_writer);
    ApiResponse response;
    response.body = std::move(m_body);
    return response;
}

} // namespace sightglass
