package io.barograph.service.governance;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;

/** The model that a draft changes: active now, or when the draft's workbooks were taken. */
record DraftBase(String digest, ModelFiles files, Model model) {}
