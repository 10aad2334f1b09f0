// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/annotationmarks.h"
#include "model/presentation/poolquestion.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace sightglass {

/// Asks for the annotations of one dashboard in the query pool, all at once; the newest question wins. GUI
/// thread.
class AnnotationFeed : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        std::shared_ptr<const Snapshot> snapshot;
        PanelTime time;
        VariableValues values;
    };
    /// What came of one annotation.
    struct Answer
    {
        AnnotationSpec annotation;
        AnnotationMarks marks;
        std::optional<Error> error;
    };
    using Answers = std::shared_ptr<const std::vector<Answer>>;

    /// The pool must outlive the feed's answers, not the feed.
    explicit AnnotationFeed(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);

    void setEngine(QueryEngine engine) { m_engine = std::move(engine); }
    /// Those that are to be asked; answers to others are dropped.
    void setAnnotations(std::vector<AnnotationSpec> annotations);
    void ask(const Question &question);
    [[nodiscard]] bool isAsking() const noexcept { return m_question.isAsking(); }

signals:
    /// Never null; in the order of the annotations.
    void answered(const sightglass::AnnotationFeed::Answers &answers);

private:
    PoolQuestion m_question;
    QueryEngine m_engine;
    std::shared_ptr<const std::vector<AnnotationSpec>> m_annotations;
};

} // namespace sightglass
