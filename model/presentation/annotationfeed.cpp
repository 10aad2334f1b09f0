// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/annotationfeed.h"

#include <utility>

namespace sightglass {

AnnotationFeed::AnnotationFeed(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_question(std::move(pool))
    , m_annotations(std::make_shared<const std::vector<AnnotationSpec>>())
{}

void AnnotationFeed::setAnnotations(std::vector<AnnotationSpec> annotations)
{
    m_question.drop();
    m_annotations = std::make_shared<const std::vector<AnnotationSpec>>(std::move(annotations));
}

void AnnotationFeed::ask(const Question &question)
{
    if (!question.snapshot || m_annotations->empty())
        return;
    m_question.ask(
        this,
        [annotations = m_annotations, engine = m_engine, question](std::stop_token stop) -> Answers {
            auto answers = std::make_shared<std::vector<Answer>>();
            for (const AnnotationSpec &annotation : *annotations) {
                auto marks = annotationMarks(annotation, question.values, *question.snapshot, engine,
                                             question.time, stop);
                Answer &answer = answers->emplace_back();
                answer.annotation = annotation;
                if (marks)
                    answer.marks = std::move(*marks);
                else
                    answer.error = marks.error();
            }
            return answers;
        },
        [](AnnotationFeed &feed, const Answers &answers) { emit feed.answered(answers); });
}

} // namespace sightglass
