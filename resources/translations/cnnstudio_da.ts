<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About CNN Studio</source>
        <extracomment>cnnstudio.ui.about</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences and credits</source>
        <extracomment>cnnstudio.ui.about</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccuracyBar</name>
    <message>
        <source>Accuracy with its interval and the baseline</source>
        <extracomment>cnnstudio.ui.training.accuracy_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dot: accuracy {accuracy}. Band: the true accuracy lies here with 95 % certainty. Tick: always guessing the most frequent class scores {baseline}.</source>
        <extracomment>cnnstudio.ui.training.accuracy_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing {share}</source>
        <extracomment>cnnstudio.ui.training.accuracy_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlignButton</name>
    <message>
        <source>Align or spread the selected layers</source>
        <extracomment>cnnstudio.ui.editor.aligning</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align the selected layers</source>
        <extracomment>cnnstudio.ui.editor.aligning</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Aligner</name>
    <message>
        <source>Select two layers or more to align them, three or more to spread them.</source>
        <extracomment>cnnstudio.ui.editor.aligning</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalysisTable</name>
    <message>
        <source>Headings of the layer table</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept to learn</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory out</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output shape</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values that come out of the layer, for a batch of the recipe. When predicting, they go as soon as no later layer needs them.</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training holds of the layer until the gradients are computed, for a batch of the recipe: its values where they are needed again, and notes such as where each largest value was.</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Can this map be trusted?</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks with numbers and controls</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: the true class is {true}.</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for the predicted class rather than for the true one</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this mistake?</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {predicted} and not {true}?</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: the true class is {true}.</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{predicted}, {share}</source>
        <extracomment>cnnstudio.ui.inspector.answer_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Audit again</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit this network</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it look at the thing, or at the snow?</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit goes through every image the network did not learn from, 2,000 at most. It shows where the evidence for each class lies, which kinds of images there are, and looks for what gives a class away without belonging to it: marks and stamps, the background, properties of the files. What it finds it tests by changing images.

Small images take a few seconds, 1,000 photographs of 224 pixels about a minute. The report is kept with the run.</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the audit tells what each class looks at, and whether the network takes a shortcut.</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network first</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <extracomment>cnnstudio.ui.inspector.audit.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentConfig</name>
    <message>
        <source>Blur (px)</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast times 1 ± this share.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutmix</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutout: side of a random grey square, as a share of the shorter side.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation of added noise; 1 is white.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip top and bottom.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur with a deviation of up to so many pixels of the input.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix each image with another and both labels with it; the strength is α of Beta(α, α), from which the share is drawn.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixup</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move by up to this share of the side.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply by 1 ± this share.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a rectangle of another image and mix the labels by area; the strength is α of Beta(α, α).</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crop</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate (°)</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation times 1 ± this share.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale by 1 ± this share, in and out.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images that are changed.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear (°)</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slant by up to this angle, in both directions.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a random part, its area up to this share smaller, its sides&apos; proportion between 3:4 and 4:3, and enlarge it to the whole.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the colour away.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the colour circle by up to this share of a full turn, both ways.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to this angle, both ways.</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <extracomment>cnnstudio.data.config.AugmentConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentForm</name>
    <message>
        <source>Augmentation: {title}</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixing</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {titles}: that would harm these images or change nothing.</source>
        <extracomment>cnnstudio.ui.data.augment_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentRow</name>
    <message>
        <source>Probability of {title}</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images that are changed, by chance</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of {title}</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentSection</name>
    <message>
        <source>closed</source>
        <extracomment>cnnstudio.ui.data.augment_section</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>cnnstudio.ui.data.augment_section</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} on</source>
        <extracomment>cnnstudio.ui.data.augment_section</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentStrip</name>
    <message>
        <source>As training sees it</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing augmented images</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other random numbers</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an image</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {source_w} × {source_h} becomes {width} × {height} × {channels}</source>
        <extracomment>cnnstudio.ui.data.augment_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AugmentTiles</name>
    <message>
        <source>Hold the mouse button to enlarge</source>
        <extracomment>cnnstudio.ui.data.augment_tiles</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarDelegate</name>
    <message>
        <source>predicted</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ true</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>Select a block to dissolve it.</source>
        <extracomment>cnnstudio.ui.editor.block_commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a block, or a layer in one, to open or close it.</source>
        <extracomment>cnnstudio.ui.editor.block_commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the layers to fold into a block.</source>
        <extracomment>cnnstudio.ui.editor.block_commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockPanel</name>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve the block and leave its layers</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the layers run one after the other, each with its own weights</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In and out</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the block</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the block (F2 on the canvas)</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat count</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CacheCard</name>
    <message>
        <source>All of it is in use by a running training and stays until that ends.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the decoded images</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each image is decoded once and kept on this disk, so that the next training starts at once.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed {size}.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed {size}. What a running training uses stays until it ends.</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit in gigabytes</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all decoded images; they are decoded again when they are needed</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the limit that is used</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was used longest ago is removed when there is more</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} of {limit} used</source>
        <extracomment>cnnstudio.ui.data.cache_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>Deleted {name} from your networks.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {name}, in Presets.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {file}</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one layer to move it in its chain.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {preset}</source>
        <extracomment>cnnstudio.ui.editor.commands</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasKeys</name>
    <message>
        <source>100 %</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a comment</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align bottom</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align centres</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align left</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align middles</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align right</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align top</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve the block</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute horizontally</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute vertically</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold into a block</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the outline</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before along the wire</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer to the left</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer to the right</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down in the chain</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up in the chain</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer along the wire</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the block</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the network</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the comment</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>cnnstudio.ui.editor.keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasOverlays</name>
    <message>
        <source>An empty canvas</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a known network</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a layer here from the left, or choose one there and press Enter. Or start from a known network and change it as you like.</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be trained yet: {problems}</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasToolbar</name>
    <message>
        <source>Import a network from torchvision</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known networks</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a network from a file</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open network</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the network with a known one</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save network</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network to a file</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertaintyView</name>
    <message>
        <source>Calibration error {error}; a network that is exactly as sure as it may be stays below {chance} on {images} images.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bar gathers the images it was about that sure of. Bars that end on the dotted line: it knows how sure it may be. Below the line: too sure. The fuller the colour, the more images.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each half of the images with the temperature that was fitted to the other half.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it as often right as it is sure?</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign that it is too sure or not sure enough.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temperature fits: these images hold no mistake to learn from, or nothing else.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure enough: on average it is {points} points less sure than it is right.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number the network&apos;s outputs are divided by before they become probabilities. It changes how sure the network is, and no answer.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it with the temperature</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So it does not help here.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few validation images to fit a temperature.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to mend.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too sure of some answers, and not sure enough of others.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too sure: on average it is {points} points surer than it is right.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often it was right</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure it was</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} sure: {count} images, {right} right</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} suits these images best. It makes the calibration error {after} instead of {before}, and the log loss {loss_after} instead of {loss_before}, measured on images it was not fitted to: each half by the other half&apos;s temperature.</source>
        <extracomment>cnnstudio.ui.training.certainty_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Channel {number} of {name}</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the channel</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least {least}, mean {mean}, largest {greatest}; {zeros} of the values are 0; colours {low} to {high}</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelChips</name>
    <message>
        <source>Channel {number}: {part}. Click to see its map and the images that excite it.</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the images that excite these channels</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find their images</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of the cell</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at the validation images for those that excite each channel of this layer most.</source>
        <extracomment>cnnstudio.ui.inspector.probing.channel_chips</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelTexts</name>
    <message>
        <source>Channel {number}: mean size {strength}.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead on this image: 0 everywhere.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead on this image: 0 everywhere; alive on others.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead: 0 everywhere in this image and in all {count} validation images looked at.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing excites this channel: its largest value in {count} images is {value}.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest of {count} {split} images; the part that reaches the place is outlined.</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pretrained network is one layer here</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dead on all {images} validation images looked at</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dead on this image</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} dead</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} dead here</source>
        <extracomment>cnnstudio.ui.inspector.maps.channel_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Choose an earlier run</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a video, through the camera, or at a part of the screen.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at any image file; dropping one on this page works too.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the image on the clipboard.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image…</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or copy heatmaps: pictures, numbers, tables, or a script that makes them again.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video, camera or screen</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which trained network is looked at.</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (damaged)</source>
        <extracomment>cnnstudio.ui.inspector.choice_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBoxes</name>
    <message>
        <source>Tick at least two values; a single one is no choice.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenLine</name>
    <message>
        <source>Choose a line of the plot or a row of the table.</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside the network of this combination&apos;s first training.</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take network, recipe, preparation, splits and augmentation over, as they were for this combination.</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these settings</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassCardView</name>
    <message>
        <source>Images that are decided at similar places</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean heatmap of {count} images: bright places spoke for {name}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean heatmap: {title}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the {count} images</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} images</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest features</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} looks at</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, feature {number}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, group {number}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % of the class&apos;s evidence goes with this feature.</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassChooser</name>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class, or name a new one</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New class “{name}”</source>
        <extracomment>cnnstudio.ui.data.class_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>All classes</source>
        <extracomment>cnnstudio.ui.data.class_list, cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All splits</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.data.class_list, cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that cannot be used</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out by you</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspicions so far: {count}</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images</source>
        <extracomment>cnnstudio.ui.data.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being looked at…</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being tested…</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no images</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <extracomment>cnnstudio.ui.inspector.audit.class_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images called this class, the share that really are.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images of this class, the share that was recognised.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall: high only when both are.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation images of this class.</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Precision, recall and F1 of every class</source>
        <extracomment>cnnstudio.ui.training.class_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A training is running.</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, keep the run and close</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the training and saving its run…</source>
        <extracomment>cnnstudio.ui.closing</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code yet: {reason}</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch, {lines} lines; follows every change</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save code</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the code as a Python file</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is in the clipboard.</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is saved in {file}.</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network as PyTorch code</source>
        <extracomment>cnnstudio.ui.editor.code_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentEditor</name>
    <message>
        <source>Ctrl+Enter keeps the text, Esc leaves it as it was.</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the comment</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comment. Ctrl+Enter keeps it.</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write comment</source>
        <extracomment>cnnstudio.ui.editor.comment_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Here one of the two networks sees nothing.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {left}, here {here}, difference {difference} of the peaks</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of {first} and {second} cells, both enlarged to this image.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red: more at the left. Blue: more here. In shares of each map&apos;s own peak.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have other shapes: the left one&apos;s map is stretched to this image.</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {predicted}, {share}</source>
        <extracomment>cnnstudio.ui.inspector.compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareMenu</name>
    <message>
        <source>A file…</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A known network</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run&apos;s network</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was opened</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a network</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (the newest)</source>
        <extracomment>cnnstudio.ui.editor.difference_sources</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Comparing…</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrices</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrices (rows true, columns predicted)</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the difference real?</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: same settings, same network, same images. Only chance can tell them apart.</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of twenty differences that are luck, one looks real: the more runs are compared, the less one of these sentences means alone.</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from A</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs beside each other</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: sum of {count}</source>
        <extracomment>cnnstudio.ui.runs.compare_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>Both maps under the pointer</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of both maps</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep left</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the image at the left</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red: more at the left. Blue: more here. Each map counts in shares of its own peak.</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of the second image</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same image</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second image with heatmap</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image at the left stays here; then choose another one in the list</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side shows the image at the left, in its own run</source>
        <extracomment>cnnstudio.ui.inspector.compare_side</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonSession</name>
    <message>
        <source>the network as it was opened</source>
        <extracomment>cnnstudio.ui.editor.difference_session</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionButton</name>
    <message>
        <source>Confusion matrix</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix ▾</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted. A cell lists its images.</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class is taken for which; a cell lists its images</source>
        <extracomment>cnnstudio.ui.inspector.confusion_button</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>predicted</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} images of “{true}” were recognised.</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} images of “{true}” were taken for “{predicted}”.</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix: rows true class, columns predicted class</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {all} images right</source>
        <extracomment>cnnstudio.ui.confusion_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveChooser</name>
    <message>
        <source>Accuracy</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the runs</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale: small losses late in a training become visible</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of which images</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over what</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both, training faint</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over epochs</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over seconds of training</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds of training</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <extracomment>cnnstudio.ui.curve_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>epoch</source>
        <extracomment>cnnstudio.ui.plots</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Curve of the activation function</source>
        <extracomment>cnnstudio.ui.inspector.steps.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} becomes {y}</source>
        <extracomment>cnnstudio.ui.inspector.steps.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Accuracy</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training: loss and accuracy are drawn here while the network learns.</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: every epoch. Thin: every batch, and their running mean. Grey: earlier runs on these images. The wheel zooms, dragging moves, a double click shows all.</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}, batch {batch} of {batches}</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <extracomment>cnnstudio.ui.training.curves_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>No image passes the filters.</source>
        <extracomment>cnnstudio.ui.data.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionFiles</name>
    <message>
        <source>All images are used as they are found</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load decisions</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the decisions</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the images as a list</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {path}</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all decisions back</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decisions of {name} are in force</source>
        <extracomment>cnnstudio.ui.data.decision_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteRow</name>
    <message>
        <source>Delete all {count} runs of {name}, with weights, curves and notes? This cannot be undone.</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run {name}, with weights, curves and notes? This cannot be undone.</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this run</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>cnnstudio.ui.runs.delete_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch of this run ended, so nothing was learned</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run to see how it went, or several to see how they differ.</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new training with what this run has learned, also on other images or classes</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from these weights…</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these settings again</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did you try, what did you learn?</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words with commas between them</source>
        <extracomment>cnnstudio.ui.runs.detail_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesDialog</name>
    <message>
        <source>Automatic takes the first of these that can be used.</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be used ({name})</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: {reason}</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the devices</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one small step on each device and compare it with the exact result.</source>
        <extracomment>cnnstudio.ui.training.devices_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceLine</name>
    <message>
        <source>Compared with {title}</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what differs</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} added</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} changed</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} removed</source>
        <extracomment>cnnstudio.ui.editor.difference_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Both networks compute the same.</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the canvas with a known network, a file, a run&apos;s network, or with itself as it was opened: what differs is told here and marked on the canvas.</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {title}</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to another network</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceTools</name>
    <message>
        <source>Difference</source>
        <extracomment>cnnstudio.ui.editor.difference_tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference ({number})</source>
        <extracomment>cnnstudio.ui.editor.difference_tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistributionView</name>
    <message>
        <source>1 image</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness {low} to {high}</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {kinds}</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height, pixels</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width : height</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, pixels</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bright</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no images</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images</source>
        <extracomment>cnnstudio.ui.data.distribution_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneLine</name>
    <message>
        <source>Done</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {remedy}</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: done</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Another class…  (O)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to “{suggested}”  (C)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{given}”  (Enter)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out  (X)</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label says {name}: the network gives it {share}, loss {loss}</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network says {name}: {share}</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the suggestion</source>
        <extracomment>cnnstudio.ui.data.doubt_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtList</name>
    <message>
        <source>Doubtful labels</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label kept</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not decided</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {name}</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sure} sure, loss {loss}</source>
        <extracomment>cnnstudio.ui.data.doubt_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source> columns</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> locked</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> row {row} column {column}</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> rows</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> size</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to choose</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 comment</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <extracomment>cnnstudio.ui.editor.block_faces, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <extracomment>cnnstudio.ui.editor.formats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block of 1 layer</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block of {number} layers</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the block</source>
        <extracomment>cnnstudio.ui.editor.frame_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <extracomment>cnnstudio.ui.editor.selection_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click to write.</source>
        <extracomment>cnnstudio.ui.editor.comment_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input inside {name} is taken.</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {name}</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be closed: {reason}.</source>
        <extracomment>cnnstudio.ui.editor.block_faces</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be repeated: {reason}.</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows and columns equal</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go here to remove the wire</source>
        <extracomment>cnnstudio.ui.editor.interactions.connect</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean {mean}, from {least} to {greatest}</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, learning {images}</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, predicting {images}</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {number} things</source>
        <extracomment>cnnstudio.ui.editor.selection_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.difference_panel, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own numbers</source>
        <extracomment>cnnstudio.ui.editor.matrix_field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>cnnstudio.ui.editor.selection_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat once less</source>
        <extracomment>cnnstudio.ui.editor.frame_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat once more</source>
        <extracomment>cnnstudio.ui.editor.frame_item</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewire</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name} on the canvas</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {channels} channels</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as the network gets it, and its red, green and blue channel.</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as the network gets it.</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values out</source>
        <extracomment>cnnstudio.ui.editor.difference_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.difference_panel, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black is {darkest}, white is {brightest}</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block of 1 layer</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block of {number} layers</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows: {value}</source>
        <extracomment>cnnstudio.ui.editor.parameter_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {shape}</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no shape yet</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no problem</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels} channels</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no shape here yet.</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} would give {shape}</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} comments</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} images</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} layers</source>
        <extracomment>cnnstudio.ui.editor.analysis_table, cnnstudio.ui.editor.block_faces, cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {channels} channels are 0 everywhere</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} problems</source>
        <extracomment>cnnstudio.ui.editor.formats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} values</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} values are no finite numbers</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} values; a bar is the one farthest from 0 of {together} neighbours</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} weights</source>
        <extracomment>cnnstudio.ui.editor.block_faces, cnnstudio.ui.editor.faces</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} It can be mended: {mend}.</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repeat} × {once} = {all} weights</source>
        <extracomment>cnnstudio.ui.editor.block_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape} (replaces the present wire)</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, but {problem}</source>
        <extracomment>cnnstudio.ui.editor.wiring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the values are 0</source>
        <extracomment>cnnstudio.ui.editor.picture_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the whole network</source>
        <extracomment>cnnstudio.ui.editor.analysis_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} selected</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, removed</source>
        <extracomment>cnnstudio.ui.editor.difference_marks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {number} times</source>
        <extracomment>cnnstudio.ui.editor.outline_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EffortView</name>
    <message>
        <source>Combinations that are given up make it shorter.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast for the network and recipe as they are now.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes is told as soon as the network has been measured on this machine.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something above cannot be read yet.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is varied changes the time of a training, too.</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sweep amounts to</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{combinations} combinations, {epochs} epochs in all</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{combinations} combinations, {trainings}, {epochs} epochs in all</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trainings</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: ≈ {time}</source>
        <extracomment>cnnstudio.ui.training.sweep_effort</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Engine ready: {device}, 1 thread</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine ready: {device}, {count} threads</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading engine…</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <extracomment>cnnstudio.ui.engine</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochCurveView</name>
    <message>
        <source>Epoch {epoch}: rank correlation {likeness}, evidence in the place {share}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map came about over the epochs</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch 0</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the place</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like the last</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>cnnstudio.ui.inspector.epochs.curve_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochPanel</name>
    <message>
        <source>Epoch</source>
        <extracomment>cnnstudio.ui.inspector.epochs.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tick is an epoch whose weights the run keeps; the arrow keys go from one to the next.</source>
        <extracomment>cnnstudio.ui.inspector.epochs.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the epochs from the first to the last</source>
        <extracomment>cnnstudio.ui.inspector.epochs.panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochScrubber</name>
    <message>
        <source>Epoch {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}, the best</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}: computing…</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}: damaged</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the epochs…</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before training</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {share} %</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The same holds for {count} other epochs.</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % right</source>
        <extracomment>cnnstudio.ui.inspector.epochs.scrubber</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Something unexpected went wrong ({name}). The program goes on; the details are in the log.</source>
        <extracomment>cnnstudio.ui.error_log</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose a folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every map up to its own peak</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every map up to {limit}, as on show</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the heatmaps of the list</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this heatmap</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of each heatmap</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {count}. What is in the folder already is kept: a number is added to the name.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {total}, beside them scores.csv, and manifest.json, from which every map can be made again.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class each image is taken for</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not empty: an export that was stopped there is gone on with; anything else is refused.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies inside the image folder, which is never changed. Choose another folder.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images, as they are filtered in the list</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in every image</source>
        <extracomment>cnnstudio.ui.inspector.exporting.dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportLine</name>
    <message>
        <source>Close this line</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the export</source>
        <extracomment>cnnstudio.ui.inspector.exporting.export_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Point at a setting and read here what it does. The settings as they are suit most trainings.</source>
        <extracomment>cnnstudio.ui.training.recipe_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: {value}.</source>
        <extracomment>cnnstudio.ui.training.recipe_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <extracomment>cnnstudio.ui.training.recipe_form</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Accuracy on images it never trained on.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images/s</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged from the pace so far.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest validation loss so far; its weights are kept.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the first step.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images a second, in this epoch.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the arithmetic runs.</source>
        <extracomment>cnnstudio.ui.training.figure_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>95 % interval</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the first 3</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the first 5</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area under the ROC curve</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier score</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error, equal groups</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dividing by it makes the network as sure as it may be: above 1 it is too sure.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, mean of classes</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, weighted by images</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High only when precision and recall both are (macro F1).</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far being sure and being right lie apart, on average (ECE, 15 bins).</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good its certainty is</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many answers are right</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often an image of a class ranks above another: 0.5 is guessing, 1 is perfect.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the classes are told apart</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most frequent class</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 100 images, so many get the right answer.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the images of a class, how many it finds.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, mean of classes</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, weighted by images</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punishes being sure and wrong: 0 is perfect, guessing evenly scores the logarithm of the number of classes.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall, mean of classes</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared distance of the probabilities from the truth: 0 is perfect.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area under the precision-recall curve: hard where the class is rare.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean recall: each class counts alike, however few its images.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right class is one of the five that it thinks likeliest.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right class is one of the three that it thinks likeliest.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in groups of equally many images (adaptive ECE).</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same mean, but classes with many images count for more.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but classes with many images count for more.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What always naming the most frequent class would score: the mark to beat.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it names a class, how often that is right.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the accuracy on very many images of this kind lies, with 95 % certainty.</source>
        <extracomment>cnnstudio.ui.training.figures_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Doubtful</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the images: {title}</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count}</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means and what to do</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <extracomment>cnnstudio.ui.data.finding_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstLook</name>
    <message>
        <source>Image to look at</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images ({patterns});;All files (*)</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the selected image with the 1,000 classes of ImageNet; nothing has to be trained</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does ImageNet&apos;s network see?</source>
        <extracomment>cnnstudio.ui.inspector.first_look</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderFlow</name>
    <message>
        <source>1 file could not be used</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files could not be used</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} {files}; the Data page lists the reasons under Files that cannot be used.</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} images in {classes} classes are open; the network fits them. Press Train when you like.</source>
        <extracomment>cnnstudio.ui.folder_flow</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the images now</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the images…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {done} / {total}</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {done} / {total}</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions about images</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout: {layout}</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load decisions from CSV…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images: {found} found</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all images are checked; training waits.</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the folder another way</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the decisions as CSV…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the images as a list (CSV)…</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, load or take back what you decided about images</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop checking the images</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all decisions back</source>
        <extracomment>cnnstudio.ui.data.folder_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderOpener</name>
    <message>
        <source>Looking through {name}</source>
        <extracomment>cnnstudio.ui.opening</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sample {name}</source>
        <extracomment>cnnstudio.ui.opening</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderStates</name>
    <message>
        <source>Choose images</source>
        <extracomment>cnnstudio.ui.data.states</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images yet</source>
        <extracomment>cnnstudio.ui.data.states</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder that has one sub-folder for each class, or start with a sample. Dropping a folder on the window works too.</source>
        <extracomment>cnnstudio.ui.data.states</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>A training would need more memory than this machine has free. Choose a smaller batch size or smaller images.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being measured…</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch and memory are forecasts.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the network on this machine</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured: {reason}</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a few training steps on made-up images and take the time.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is a forecast.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is a forecast. How long it takes is not measured yet.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time and memory are told when the network has no errors.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times an image are measured with batches of {batch}.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are reckoned from steps of {images} images for batches of {batch}, because one step takes long.</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} an image</source>
        <extracomment>cnnstudio.ui.forecast_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Hide the images</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List beside the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only these images beside the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen image in the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({count} images)</source>
        <extracomment>cnnstudio.ui.inspector.audit.gallery</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoOnRow</name>
    <message>
        <source> more epochs</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue for</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on exactly where the training was.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many epochs more</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted trainings go on exactly where they were; those that have not begun are trained.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known any more how its trainings were divided.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is being trained now.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the missing one</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the {count} missing</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this run for more epochs, as if its recipe had had them.</source>
        <extracomment>cnnstudio.ui.runs.go_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>The images are back, and the training has gone on.</source>
        <extracomment>cnnstudio.ui.training.going_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training waits. {reason}</source>
        <extracomment>cnnstudio.ui.training.going_on</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Brightest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By class</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darkest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest pixels first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by file name</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find images by file name</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most blurred first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the images</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpest first</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridTitle</name>
    <message>
        <source>Show all</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all images again</source>
        <extracomment>cnnstudio.ui.data.grid_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>No training is complete yet</source>
        <extracomment>cnnstudio.ui.group_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <extracomment>cnnstudio.ui.group_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>CNN Studio</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network on the images (F5)</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <extracomment>cnnstudio.ui.header</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthLoader</name>
    <message>
        <source>Looking for problems in the images</source>
        <extracomment>cnnstudio.ui.data.health_loader</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Distributions</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the report away</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the report away, or open it</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at as soon as all images are checked</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing wrong was found</source>
        <extracomment>cnnstudio.ui.data.health_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapExporter</name>
    <message>
        <source>A script reads the weights of the best epoch; those of epoch {epoch} have no file of their own. Show the best epoch and copy again.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied a picture of {width} × {height} pixels.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as Python: a script of {lines} lines that makes this map again with PyTorch alone.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting heatmaps</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting heatmaps: {done} of {total}</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmaps</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the script</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved a script that makes this map again with PyTorch alone: {path}</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the heatmap in {folder}.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the heatmaps of {done} images in {folder}.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {done} of {wanted} images in {folder}; {failed} could not be read, the reasons are in manifest.json.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was written.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {done} of {wanted} images are done. Export into the same folder again to go on: {folder}</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image could not be read.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.exporter</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>Hold Space for the original. Wheel or + and - zoom, drag moves, 0 fits. Point at a place, or press Ctrl and an arrow, for its numbers.</source>
        <extracomment>cnnstudio.ui.inspector.heatmap_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image with heatmap</source>
        <extracomment>cnnstudio.ui.inspector.heatmap_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageActions</name>
    <message>
        <source>As given or drawn</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the folder says</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other class…</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the readable part</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.data.image_actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageBrowser</name>
    <message>
        <source>Files that cannot be used</source>
        <extracomment>cnnstudio.ui.data.browser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.data.browser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageDetails</name>
    <message>
        <source>1 copy</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 like it</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of one picture</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside with the selected image</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected. Click an image; Ctrl, Shift or a frame select more.</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that look alike</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} copies</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images selected</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} like it</source>
        <extracomment>cnnstudio.ui.data.image_details</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageEdits</name>
    <message>
        <source>1 image brought back</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image counts as {name} now</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image is as the folder says</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image left out</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name} for 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name} for {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split of 1 image: {name}</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split of {count} images: {name}</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was decided about 1 image</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was decided about {count} images</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readable part of 1 file is used</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readable part of {count} files is used</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the readable part of 1 file</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the readable part of {count} files</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as given or drawn</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images are as the folder says</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images brought back</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images count as {name} now</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images left out</source>
        <extracomment>cnnstudio.ui.data.image_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageFilters</name>
    <message>
        <source>All</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any class</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the folder</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest loss first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least certain first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all images again</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most certain first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only images of one class.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only images taken for one class.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only mistakes, or only hits.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only right</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only wrong</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} chosen images</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right and wrong</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest loss first</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images come first.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of the folder is listed.</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; list all again</source>
        <extracomment>cnnstudio.ui.inspector.image_filters</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>Arrow keys go through the images; hold Space for the original.</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} images, {wrong} wrong</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagePane</name>
    <message>
        <source>Choose one in the list at the left, drop a file here, or open or paste one.</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing… {percent} %</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image chosen</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to see</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is said above. Choose another image in the list at the left, or another run at the top.</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hatched: the network never saw this</source>
        <extracomment>cnnstudio.ui.inspector.image_pane</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageSets</name>
    <message>
        <source>Changed since last time</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class changed by you</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since last time</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split chosen by you</source>
        <extracomment>cnnstudio.ui.data.image_sets</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageWords</name>
    <message>
        <source>Left out by you</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by you</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given by the folder</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little contrast</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharp</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very bright</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more classes</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} moved to another split</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} relabelled</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (the folder says {found})</source>
        <extracomment>cnnstudio.ui.data.image_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Find a network</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the open images ({shape}, {classes} classes)</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from torchvision</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of the installed torchvision, layer by layer and without trained weights; nothing is downloaded. The network on the canvas is replaced, which can be undone.</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of torchvision</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network has this name.</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} px</source>
        <extracomment>cnnstudio.ui.editor.import_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputsEditor</name>
    <message>
        <source>From</source>
        <extracomment>cnnstudio.ui.editor.inputs_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {number}</source>
        <extracomment>cnnstudio.ui.editor.inputs_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <extracomment>cnnstudio.ui.editor.inputs_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPage</name>
    <message>
        <source>Image to look at</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images ({patterns});;All files (*)</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste image</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image on the clipboard. Copy an image, or an image file, and paste again.</source>
        <extracomment>cnnstudio.ui.inspector.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterruptedOffer</name>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So was 1 other.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So were {count} others.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of {name} was interrupted before its results were saved.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of {name} was interrupted in epoch {epoch} of {planned}.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of {name} was stopped in epoch {epoch} of {planned} when the window was closed.</source>
        <extracomment>cnnstudio.ui.interrupted</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobThread</name>
    <message>
        <source>Something unexpected went wrong ({name}). Nothing in your folder was changed; the details are in the log.</source>
        <extracomment>cnnstudio.ui.workers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this. Smaller images or a smaller batch size need less.</source>
        <extracomment>cnnstudio.ui.workers</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelCard</name>
    <message>
        <source>, bias {bias}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen kernel</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel in colours</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels of {name}: {count} of {rows} × {columns}, one a channel that comes in{bias}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels, the strongest first</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known kernel</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like none of the known kernels: the closest is {name} with similarity {similarity}, and random kernels reach {chance}.</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {name}: similarity {similarity} (1 is equal, −1 its negative; 95 of 100 random kernels stay below {chance}).</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kernels make these channels alone: choose a convolution to see what it learned.</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only kernels of 3 × 3 and 5 × 5 are compared with known ones.</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel over channel {channel}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel over {channel}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: size {size}</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, negative</source>
        <extracomment>cnnstudio.ui.inspector.maps.kernel_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelReview</name>
    <message>
        <source>All are decided: {kept} kept, {corrected} corrected, {out} left out.</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the images</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name} for {file}</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful labels</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the label of {file}</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels decided</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {file} out</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the {judged} images that the network did not learn from (validation and test) were judged. It knows the labels of the other {others} by heart. To judge those too, choose 5 folds under Splits, train with each fold and review each time.</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network learned from none of these images, so all of them were judged.</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with the corrected labels</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {count} decided</source>
        <extracomment>cnnstudio.ui.data.label_review</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelReviews</name>
    <message>
        <source>Looking for doubtful labels</source>
        <extracomment>cnnstudio.ui.label_reviews</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>As the system</source>
        <extracomment>cnnstudio.ui.language_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>cnnstudio.ui.language_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerFamily</name>
    <message>
        <source>Activation</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and output</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerKind</name>
    <message>
        <source>0 follows whatever arrives; any other number must match it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 for colour, 1 for grey.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution turned round: each pixel is multiplied with a kernel, the products are laid down a stride apart, and where they overlap they are added. So the feature map gets larger, as a decoder or a U-Net needs it, and how it is filled in is learned. A kernel that is no multiple of the stride leaves a chequered pattern. Output size: (input − 1) · stride − 2·padding + kernel + output padding.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel, a small window of weights, slides over the image. At each place its weights are multiplied with the pixels below and summed: this dot product becomes one pixel of the feature map. Each kernel looks for one pattern, such as an edge or a colour, everywhere in the image. Output size: (input − kernel + 2·padding) / stride + 1, rounded down.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A published network that has already learned to see from 1.2 million photographs. Its feature maps tell fur from metal before your training begins, so that a dense layer behind it learns your classes from a few dozen images. Frozen stages keep their weights and their batch normalisation&apos;s statistics. It takes colour images of at least 32 pixels, best 224; they are normalised as it is used to. Put a global average pooling behind it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slope for each channel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive average pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive max pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds its inputs value by value; all must have the same shape. With a shortcut around a few layers it makes a residual block: the layers learn only what to change, and gradients reach the front of a deep network (He and others, 2015).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All edges (Laplacian)</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called fully connected: every unit sees every value and multiplies each with a weight of its own. It needs values × units weights, far more than a convolution, so it usually stands at the end, after pooling. The last one gives one value for each class.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also use the last pixels when they do not fill a whole window.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average pooling that is told the output size and chooses its windows to match, whatever the input size. It lets a network with dense layers at its end take images of other sizes.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation 1D</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation behind a dense layer: gives each value of a vector mean 0 and deviation 1 over the batch, then a learned scale and shift. It is a kind of its own, as in PyTorch, because for a volume the mean is taken over height and width as well. It needs several images a batch.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box blur</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box blur, wide</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel dropout</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classical image processing: a kernel with values you choose slides over every channel by itself, to blur, sharpen or find edges. It is what a convolution does with one of its kernels, but nothing is learned: it has 0 weights and stays as it is in training. Compare what it finds with the kernels a convolution learns by itself.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of pixels.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of zeros added at this border.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concatenate</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the nearest pixel, or blend the four around it smoothly.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the middle; otherwise the corner below is used.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts a rectangle out of every channel and drops the rest. The first U-Net needed it to bring the larger maps of its encoder to the size of the decoder&apos;s (Ronneberger and others, 2015).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depthwise convolution</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the kernel&apos;s values; 2 leaves a gap of one pixel.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide by the sum of the values, so that a blur stays as bright, unless the sum is 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides the channels into groups and gives each group of one image mean 0 and deviation 1. A learned scale and shift for each channel follow. Unlike batch normalisation it needs no other images, so it also works with very small batches (Wu and He, 2018). Because the mean is that of the whole image, every value that comes out depends a little on every pixel.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout of whole feature maps. Neighbouring pixels are so alike that dropping single ones takes hardly anything away; without a whole map the network must find the pattern in another way. When predicting it does nothing.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each channel is filtered by kernels of its own and the channels are not mixed. A 1×1 convolution behind it does that. The two together do the work of a convolution with about a ninth of the weights and of the multiply-adds of a 3×3 one (MobileNet, Howard and others, 2017). In PyTorch it is Conv2d with as many groups as channels.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each value times its own sigmoid: a smooth ReLU with a dip to −0.28 below 0 and a gradient nearly everywhere. EfficientNet uses it (Ramachandran and others, 2017).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emboss</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly, or with tanh, as the first published networks did; the two differ by less than 0.001.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential linear unit: like ReLU for positive values, and a smooth curve down to −alpha for negative ones, which keeps the mean of the values near 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First column that is kept, counted from 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row that is kept, counted from 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed kernel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the middle</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen stages</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur, wide</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian error linear unit: each value times the probability that a normally distributed number is below it. A smooth ReLU that dips slightly below 0; usual in transformers and ConvNeXt (Hendrycks and Gimpel, 2016).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives all values of one image together mean 0 and deviation 1: channels, height and width of a volume, or the values of a vector. It does not look at the other images, so batches may be small, and it does the same in training and afterwards. Scale and shift are one for each value, so a network with it takes only one image size; group normalisation with one group needs only two a channel. Because the mean is that of the whole image, every value that comes out depends a little on every pixel.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and deviation 1 over the batch, then a learned scale and shift. Training becomes faster and less sensitive to the learning rate. Afterwards the running mean and variance are used; they are measured, so they do not count as weights. It needs several images a batch.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global max pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group normalisation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard swish</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far apart neighbouring pixels spread their kernels; 2 doubles the size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the running mean and variance follow the batches.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many feature maps come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many kernels, and so how many feature maps come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many kernels, and so how many feature maps, each channel gets.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many neighbouring channels (or values) compete; the channels must divide by it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of its stages, counted from the image, keep their weights: all of them for a few hundred images, fewer for many images that look unlike photographs.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels the window moves at a time; 2 halves the size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels the window moves at a time; usually the window&apos;s size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as many rows and columns come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep brightness</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the rest</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps its weights, and the statistics of a batch normalisation, as they are while the rest learns: for layers that start from another run.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division away from 0.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the strongest value in each window and drops the rest. The feature map gets smaller, later layers see more of the image, and small shifts no longer matter. Output size: (input − window + 2·padding) / stride + 1, rounded down.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels a channel</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays all values of a volume in one row, so that a dense layer can follow: channels × height × width values. Nothing is computed and nothing is lost but the picture&apos;s layout. A network with it takes only one image size.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU whose slope for negative values is learned. It starts at 0.25. The slopes are weights, but few: one a channel at most (He and others, 2015).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a number that is added to each feature map. Before batch normalisation it is not needed: the mean is taken off again, and the bias with it.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a number that is added to each unit.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every single value.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate times</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level edges (Sobel y)</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like ReLU, but negative values are made small instead of 0. A unit that is off then still receives a gradient and can come back.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes feature maps larger without weights: each pixel is repeated, or the pixels between are blended (bilinear, with PyTorch&apos;s align_corners off). With a convolution behind it, it does the work of a transposed convolution without the chequered pattern, for decoders and U-Nets.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling that is told the output size and chooses its windows to match, whatever the input size: the strongest value of each part of the feature map.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maxout</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies its inputs value by value. They have the same shape, or one is a volume and another a vector with one value for each of its channels, which then scales that whole channel. With a sigmoid before one input it is a gate that lets through what matters; squeeze and excitation is built this way.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative slope</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative values approach minus this number.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One learned slope for each channel (or value), or one for all together.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value comes out for each class.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output padding</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad so that height and width stay as they are (only with stride 1).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad with zeros so that height and width stay as they are.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parametric ReLU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts the channels are divided into; each feature map is made of one part.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts the channels are divided into; each kernel sees only its part.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts with a mean of their own that the channels are divided into; must divide them.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses every value into the range 0 to 1. Large values of either sign have almost no gradient, so deep networks with sigmoid learn slowly; start the weights with Xavier.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses every value into the range −1 to 1, with 0 kept at 0. Like sigmoid it fades for large values; start the weights with Xavier.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretrained network</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a border of zeros around every channel, each side by itself. Convolution and pooling can pad evenly by themselves; this is for what is uneven, such as one row more at the bottom so that a shape fits another branch.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the channels of its inputs one behind the other; height and width must be equal, channels are added up. It joins branches that looked at the image in different ways, or in a U-Net brings early, fine feature maps back.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU that stops at 6. The limit keeps the values small enough for the few bits of a telephone&apos;s processor; MobileNetV2 uses it (Sandler and others, 2018). Range: 0 to 6.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU6</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectified linear unit: negative values become 0, positive ones stay. Without an activation between them, two layers compute no more than one, and no depth can solve XOR. ReLU is cheap and its gradient does not fade for positive values. Range: 0 and up.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduction</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces each window by its mean. It is gentler than max pooling: weak values count as well. Output size: (input − window + 2·padding) / stride + 1, rounded down.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings around the image, at most half the window.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of pixels cut off the output: the opposite of a convolution&apos;s padding.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of zeros around the image, so that the window reaches the border.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns added at the lower and right border, below the stride.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of the window that slides over the image.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of the window.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of what each pixel spreads over the output.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns that are kept.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns that come out.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of pixels.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of zeros added at this border.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale and shift</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled exponential linear unit: the two numbers are chosen so that the values keep mean 0 and deviation 1 from layer to layer without normalisation, if the weights start with variance 1 / inputs, as Xavier gives them here (Klambauer and others, 2017).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the channels set to 0 at each training step.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the values set to 0 at each training step.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU (Swish)</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU drawn with straight lines: 0 up to −3, the value itself from 3 on, a bow in between. It costs no exponential, which matters on a phone; MobileNetV3 uses it (Howard and others, 2019).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid drawn with straight lines: 0 up to −3, 1 from 3 on, a ramp in between. Outside the ramp it has no gradient at all. It serves as a cheap gate before a multiplication (Howard and others, 2019).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeeze and excitation</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the largest of every few neighbouring channels, or of every few values of a vector. Together with the layer before it, it learns its own activation function, at the price of that many times the weights (Goodfellow and others, 2013).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels are squeezed to this fraction between the two dense layers, at least to one.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the network: one number for each class, called a logit. The largest one is the network&apos;s answer; softmax turns them all into probabilities that sum to 1. The loss applies softmax by itself, so no softmax layer is needed before the output. Two classes may also share a single number: above 0 it speaks for the second class, below 0 for the first.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as the network receives it: a volume of channels, height and width. A colour image has three channels (red, green, blue), a grey one has one. Every value is a pixel after normalisation. The numbers follow the image size and colour chosen on the data page.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest value of each whole feature map: one value a channel, which says whether its pattern is anywhere in the image, however small. Only that one place is trained at a step, where global average pooling trains every place.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of each whole feature map: one value a channel. A volume becomes a vector without any weights, for images of any size, so that far fewer weights are needed than with flatten and a large dense layer.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published network, up to its pooling. EfficientNet-Lite0&apos;s weights come with the program, those of all others are downloaded once.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stages that learn take so much of the training&apos;s learning rate: small, so that what they know is refined and not lost.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns values into probabilities: all between 0 and 1, with sum 1, the largest stays the largest. It works over the values of a vector, or over the channels at each pixel. Cross-entropy, the loss, already contains it: do not place it before the output.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright edges (Sobel x)</source>
        <extracomment>FixedKernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upsampling</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every feature map by what all of them show. The means of the maps go through two small dense layers with ReLU between and sigmoid at the end, and each map is multiplied with the number between 0 and 1 that comes out: the maps that matter for this image grow stronger. Because of the means, each value depends on the whole image (Hu and others, 2018).</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a negative value is multiplied with.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it starts with: what it learned from ImageNet&apos;s 1.2 million photographs, or nothing.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pixels around a place are multiplied with: a known kernel or your own numbers.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While training, sets a random share of the values to 0 and scales up the others, so that no unit can rely on another. It works against overfitting. When predicting it does nothing.</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window size</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero padding</source>
        <extracomment>cnnstudio.network.registry.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerLink</name>
    <message>
        <source>Not selected on the Network page: the network there has no such layer.</source>
        <extracomment>cnnstudio.ui.inspector.layer_link</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is selected on the Network page, but this run&apos;s network has no such layer.</source>
        <extracomment>cnnstudio.ui.inspector.layer_link</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message>
        <source>All its channels have the very same weights and stay alike for ever.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two thirds of its channels are dead.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch by epoch</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the last epoch moved the weights, in percent of their size. Far below 0.1 % the layer stands still; near 100 % it forgets what it knew.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each epoch corrected the layer, compared with the size of its weights: the stronger the colour, the more. For a ReLU: the share of its channels that are dead.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the network, the input first.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gradient has exploded.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its gradient is less than a thousandth of the last layer&apos;s: it hardly learns.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the gradient over the length of the weights, mean over the last epoch. Layers should not be many powers of ten apart.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a ReLU: channels that are 0 for every image looked at. They learn nothing any more.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weights of length {weights}; the gradient&apos;s length is {gradient}, {relative} of theirs; the last epoch moved them by {moved}.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dead} of {count} channels are 0 for every validation image looked at.</source>
        <extracomment>cnnstudio.ui.training.layer_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {name}: {kind}, {shape}</source>
        <extracomment>cnnstudio.ui.inspector.steps.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Cost</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula of the output size</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In and out</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the layer</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the layer (F2 on the canvas)</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees of the image</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values out</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <extracomment>cnnstudio.ui.editor.layer_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPicture</name>
    <message>
        <source>Picture of what the layer does</source>
        <extracomment>cnnstudio.ui.editor.layer_pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPictures</name>
    <message>
        <source>peak {peak}, which has the last colour here</source>
        <extracomment>cnnstudio.ui.inspector.layer_pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerSearch</name>
    <message>
        <source>Find a layer</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer matches that.</source>
        <extracomment>cnnstudio.ui.editor.toolbar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerSlider</name>
    <message>
        <source>Auto</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer automatically</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first layers (edges, fine places) to the last (things, coarse places).</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer that still has places: the usual choice for a heatmap.</source>
        <extracomment>cnnstudio.ui.inspector.layer_slider</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Each picture is scaled to its own peak. A click or the arrows look at that layer.</source>
        <extracomment>cnnstudio.ui.inspector.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.inspector.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers in the order they run</source>
        <extracomment>cnnstudio.ui.inspector.steps.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map at every layer</source>
        <extracomment>cnnstudio.ui.inspector.layer_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source> and {count} more</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU&apos;s strip shows its dead channels instead. No layer is in trouble.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient over weights</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients, movement and dead channels of every layer</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each layer was corrected in {epochs}: the length of its gradient over the length of its weights.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {names}: the pointer on a row says what is wrong.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch has ended yet</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the network learns, this shows how strongly each layer is corrected, so that layers that learn nothing can be seen: vanishing and exploding gradients, dead ReLUs.</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {first}</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs {first} to {last}</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutCard</name>
    <message>
        <source>Choose the list…</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of files and classes</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt)</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name pattern</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it this way</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by itself</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} classes: {names}{more}
{images} images</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutChoiceView</name>
    <message>
        <source>A list of files and classes (CSV)</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with the columns path and label, and perhaps split.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each folder&apos;s name is a class; what lies inside are its images.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is this folder to be read?</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder for each class</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class stands in the file&apos;s name</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder itself says which images train, validate and test; the class folders lie inside.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder can be read in several ways. Which one is meant?</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, validation and test folders</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} is the class, * any text, # a number: {class}_*, {class}.#, #_{class}.</source>
        <extracomment>cnnstudio.ui.data.layout_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Click to hide or show its curves</source>
        <extracomment>cnnstudio.ui.curve_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListedImages</name>
    <message>
        <source>The first {count} images of the list, in its order.</source>
        <extracomment>cnnstudio.ui.inspector.listed_images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weakest evidence first, of {known} images looked at among the first {count} of the list.</source>
        <extracomment>cnnstudio.ui.inspector.listed_images</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the video or the camera; the picture on show stays</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame of the video</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} / {frames}, {minutes}:{seconds}</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the map on show comes from the pictures before</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: every map is of the picture on show alone. On: maps of earlier pictures still count.</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that came faster than the network could look at them</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of earlier pictures</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth the maps over time</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not shown</source>
        <extracomment>cnnstudio.ui.inspector.live.live_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveSource</name>
    <message>
        <source>Camera</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the screen</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the screen…</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system gives no picture of its screen. Take a screenshot with its own tool and paste it here.</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video file…</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video to look at</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos ({patterns});;All files (*)</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{video}, frame {number}</source>
        <extracomment>cnnstudio.ui.inspector.live.live_source</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookBody</name>
    <message>
        <source>Go to Train</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is ImageNet&apos;s network, EfficientNet-Lite0: it learned 1,000 classes from 1.2 million photographs. Nothing was trained here.</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network first</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a training has ended you see here, on any image, which parts made the network decide. Once there are runs, an earlier one can be chosen above.</source>
        <extracomment>cnnstudio.ui.inspector.body</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPresenter</name>
    <message>
        <source>Open an image folder to list its images here.</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak evidence: {share} % of what is usual in the images looked at. {sentence}</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {width} × {height} px</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.presenter</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookTabs</name>
    <message>
        <source>Heatmap</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossLine</name>
    <message>
        <source>Needs one output, and {layer} gives {count}: as the network is, this is cross-entropy.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step that Undo takes back.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss is for two classes; these images have {count}.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss needs one output: put a Dense layer with 1 unit before the Output; with two it is cross-entropy.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use cross-entropy</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} gives one value for both classes, as for the binary loss. That works with any loss.</source>
        <extracomment>cnnstudio.ui.training.loss_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineNote</name>
    <message>
        <source>1 thread</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic threads and precision are measured when a training starts.</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices…</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a training can run on, why a GPU is not used, and a test of each.</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} threads</source>
        <extracomment>cnnstudio.ui.training.machine_note</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open an image folder or a sample first</source>
        <extracomment>cnnstudio.ui.main_window</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training waits until all images are checked</source>
        <extracomment>cnnstudio.ui.main_window</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Exact: score {score} = all cells {cells}, bias {rest}. </source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}, {share} % {kind}</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest channels: {names}</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what speaks against it</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what speaks for it</source>
        <extracomment>cnnstudio.ui.inspector.map_canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>The image in its colours; the window holds what the network is given.</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue {low} … 0 … red {high}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark {low} … bright {high}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ends}, one scale for all channels</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapControls</name>
    <message>
        <source>Method</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes some seconds.</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapsTab</name>
    <message>
        <source>By number</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the layer</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image in the Heatmap tab. Here you see what every channel of every layer answers to it.</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each its own scale</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image folder to look for the images that excite this channel most.</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest first</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that is looked at; choose another one in the Heatmap tab.</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginning</source>
        <extracomment>cnnstudio.ui.inspector.maps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Copy details</source>
        <extracomment>cnnstudio.ui.message_area</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>cnnstudio.ui.message_area</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Click to go there</source>
        <extracomment>cnnstudio.ui.editor.mini_map</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the canvas</source>
        <extracomment>cnnstudio.ui.editor.mini_map</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkImporter</name>
    <message>
        <source>Import {name}</source>
        <extracomment>cnnstudio.ui.editor.importing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {name}: {count} layers.</source>
        <extracomment>cnnstudio.ui.editor.importing</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Align</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems ({number})</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known about the network</source>
        <extracomment>cnnstudio.ui.editor.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network canvas</source>
        <extracomment>cnnstudio.ui.editor.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same layers stand as a table in the Analysis tab below.</source>
        <extracomment>cnnstudio.ui.editor.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.data.notice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <extracomment>cnnstudio.ui.data.notice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberValues</name>
    <message>
        <source>0.001, 0.01, 0.1 are equally far from each other: right for rates, whose order of magnitude matters.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal factors</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values a grid takes</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest value</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many values of the range a grid tries; other methods draw any value.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values or a range</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values to try, with commas between them</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least two values; a single one is no choice.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the values to try with commas between them.</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal factors</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a grid:</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>cnnstudio.ui.training.sweep_values</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First images</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {name}: {found} found</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {name}…</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking through the folder</source>
        <extracomment>cnnstudio.ui.data.opening_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Gives</source>
        <extracomment>cnnstudio.ui.editor.outline_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>cnnstudio.ui.editor.outline_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>cnnstudio.ui.editor.outline_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>cnnstudio.ui.editor.outline_model</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>New name</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>All layers in the order data flows; the same as on the canvas.</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings of the outline</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline of the network</source>
        <extracomment>cnnstudio.ui.editor.outline_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayBar</name>
    <message>
        <source>Hold the button, or Space anywhere on the page, to see the image alone.</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the heatmap covers the image.</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the original while held</source>
        <extracomment>cnnstudio.ui.inspector.overlay_bar</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Choose an image on the Data page</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image…</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a layer to change its settings and to see its formula.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom, the space bar and the mouse move the canvas, F shows all.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a layer from the left into a wire; or press Enter on it to put it after the selected layer.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be undone.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in the layers</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull a wire from the dot below a layer to the dot above another.</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to train</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a known network…</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do here</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problems} to mend before it can be trained</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>95 % interval {low} to {high} from {images} images. Always guessing the most frequent class would score {baseline}.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside the trained network</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More validation images would tell smaller differences.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all epochs the one with the lowest loss on the validation images is kept, so a little luck with them is in this figure. Images kept for the test split play no part in a choice; evaluate on them once, last.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision: right when it names the class. Recall: found of its images.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted. Click a number to see its images.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {name}</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See on single images which parts the network looked at.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slightly flattering: the epoch was chosen on these same images. Test images tell the rest.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two networks that are equally good still differ by chance: in at most 5 of 100 cases by so much.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {images} validation images, two trainings must differ by {points} points to be told apart (95 %).</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} validation accuracy</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} validation images are too few to tell any two trainings apart.</source>
        <extracomment>cnnstudio.ui.training.overview_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageColumns</name>
    <message>
        <source>Curves</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves and results</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure of a run, when its training has ended or it is opened.</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress and verdict</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers learn and which do not: gradients, updates and dead ReLUs, of the training that runs or of the last epochs of the run that is open.</source>
        <extracomment>cnnstudio.ui.training.page_columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>No layer is called that.</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search layers</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the layers</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>Layers to add</source>
        <extracomment>cnnstudio.ui.editor.palette</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParallelPlot</name>
    <message>
        <source>Chosen: {combination}</source>
        <extracomment>cnnstudio.ui.sweeps.parallel_plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combinations on parallel axes</source>
        <extracomment>cnnstudio.ui.sweeps.parallel_plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {count} combinations lie in the ranges.</source>
        <extracomment>cnnstudio.ui.sweeps.parallel_plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Settings and figures</source>
        <extracomment>cnnstudio.ui.editor.parameter_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchCard</name>
    <message>
        <source>Does it alone turn other images into {name}?</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images with the part pasted in</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of {name}</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into other images</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pastes the part, where it was, into images of other classes and counts how many answers turn; beside it the same pixels shuffled.</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So this part alone is enough for many: look whether it belongs to the class.</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copied part</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} {before} before, {after} with the part</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{turned} of {others} images of other classes become {name} with it; {placebo} with the same pixels shuffled.</source>
        <extracomment>cnnstudio.ui.inspector.trials.patch_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchRow</name>
    <message>
        <source>Kernel</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values under the window</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ {sum}</source>
        <extracomment>cnnstudio.ui.inspector.steps.patch_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinnedStrip</name>
    <message>
        <source>After epoch {epoch}</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch of the heatmaps</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} epochs or so: more often would take over 3 % of the time.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back through the epochs and see how what the network looks at has changed</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmaps for the true class, new after every epoch.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept weights</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin other images</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned images</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch other validation images.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the network looks for the true class of these validation images.</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinnedTile</name>
    <message>
        <source>{name}, class {true}</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {share} for its true class {true}; predicted {predicted}</source>
        <extracomment>cnnstudio.ui.training.pinned_strip</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Count the evidence in</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a rectangle…</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hottest place at last</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninth: {place}</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place whose share of the positive evidence is drawn over the epochs</source>
        <extracomment>cnnstudio.ui.inspector.epochs.places</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotHead</name>
    <message>
        <source>Logarithmic scale</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale: small changes late in a training become visible</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again (also by a double click)</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <extracomment>cnnstudio.ui.plot_parts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionDelegate</name>
    <message>
        <source>{predicted} ({share}), is {true}</source>
        <extracomment>cnnstudio.ui.inspector.image_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreprocessConfig</name>
    <message>
        <source>16-bit pictures</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind transparency</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour (3 channels) or grey (1 channel).</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut to the wanted proportions, pad with the mean colour, or stretch.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the network&apos;s input in pixels.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale 0 to 65,535 to 0 to 255, or each picture&apos;s own darkest to brightest value.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract the mean and divide by the deviation of the training images or of ImageNet, or only scale to 0 to 1 or to -1 to 1. A pretrained network brings its own.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shows through transparent parts of a picture.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the network&apos;s input in pixels.</source>
        <extracomment>cnnstudio.data.config.PreprocessConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>64 kernels of 9×9 slide over the same 150 × 150 pixels with 5,184 weights, where the dense layer needs 2,250,000. Each kernel finds its pattern wherever it is.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As accurate as AlexNet with a fiftieth of its weights: 1×1 convolutions squeeze the channels before the 3×3 ones, and no dense layer is left.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR tutorial network</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense only</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet-Lite0, pretrained</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four convolutions with batch normalisation and a global average at the end: learns from a few hundred images of 16 to 256 pixels within minutes on a laptop.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has seen 1.2 million photographs already: only the dense layer at its end learns your classes, in seconds and from a few dozen colour pictures. 4.7 million weights; best with images of 224 pixels.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for telephones: depthwise convolutions filter each channel by itself, 1×1 convolutions mix them. 3.5 million weights and a sixth of ResNet-18&apos;s work.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileNetV2</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No convolution at all: every one of 100 units sees every pixel. On 150 × 150 grey pixels that takes 2,250,000 weights, and a picture moved by a pixel is a new picture to it. Compare it with One convolution.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One convolution</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the digits on cheques in the 1990s, with tanh and average pooling. 61,706 weights: trains in seconds.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-34</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-50</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second in the ImageNet challenge of 2014 and for years the network others were built on; 138 million weights and 15.5 billion multiply-adds an image, slow on a CPU.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts around every two convolutions let gradients through, so that depth helps at last; 11.7 million weights, an eighth of VGG-16&apos;s work, and more accurate than AlexNet.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small CNN</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SqueezeNet</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descending half of the network that made segmentation of medical images work with few of them: two convolutions a level, then a pooling; here it ends in one answer for the image.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same blocks, sixteen of them. Without its shortcuts a network this deep learns worse than one half as deep; with them it learns better.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest of the VGG family, which showed that depth from nothing but 3×3 convolutions beats larger kernels; 133 million weights, 7.6 billion multiply-adds.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three convolutions and two dense layers that many courses begin with; 122,570 weights for 32 pixels.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U-Net encoder</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-11</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-16</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won the ImageNet challenge of 2012 by far and began the era of deep learning; 61 million weights, most of them in its dense layers. This is the version of 2014 on one graphics card.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won the ImageNet challenge of 2015 in a deeper version; 1×1 convolutions narrow each block before its 3×3 one. Still the usual yardstick.</source>
        <extracomment>cnnstudio.network.presets.PRESETS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetsPopup</name>
    <message>
        <source>Delete</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this network of yours</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a network</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the open images</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the open images ({shape}, {classes} classes)</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this network</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by you.</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known networks</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for this network</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, to start from this network again</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} · {shape} · {weights} weights · {work} multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.presets_popup</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewRequester</name>
    <message>
        <source> and </source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer has none: it is not connected, or something before it does not fit.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image, and each layer shows what it makes of it.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet&apos;s weights</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures now: {reason}</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None from {name} on: it is too large for a picture.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures wait until the training has ended; choose another image to see them now.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained weights</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image} is being worked out.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with random weights: the network is not trained yet.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with the trained weights of the open run up to {last}, and random ones from {first} on.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with the trained weights of the open run.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{image}, with the weights {name} learned from ImageNet</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{learned}, and random ones in layers that are not trained yet.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} layers have none: they are not connected, or something before them does not fit.</source>
        <extracomment>cnnstudio.ui.editor.previews</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Click a class, or press Enter on it, to see which parts speak for it.</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of every class</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityModel</name>
    <message>
        <source>heatmap shown</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <extracomment>cnnstudio.ui.inspector.probability_bars</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Probe</name>
    <message>
        <source>Row {row}, column {column}</source>
        <extracomment>cnnstudio.ui.inspector.probing.probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: strongest channels</source>
        <extracomment>cnnstudio.ui.inspector.probing.probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: this method does not add up channels</source>
        <extracomment>cnnstudio.ui.inspector.probing.probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>Show</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the problems</source>
        <extracomment>cnnstudio.ui.editor.overlays</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Mend: {label}</source>
        <extracomment>cnnstudio.ui.editor.problem_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name} on the canvas</source>
        <extracomment>cnnstudio.ui.editor.problem_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemView</name>
    <message>
        <source>Back</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How images are expected to lie</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it another way…</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be opened as an image folder</source>
        <extracomment>cnnstudio.ui.data.problem_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>No problems: the network can be trained.</source>
        <extracomment>cnnstudio.ui.editor.problems_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of the network</source>
        <extracomment>cnnstudio.ui.editor.problems_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>cnnstudio.ui.editor.problems_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>CPU, 1 thread</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, {count} threads</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the first step</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after this batch; what was learned is kept.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}, step {step} of {steps}</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the page where this can be mended.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring and saving…</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused in epoch {epoch}, after step {step}. All of it is kept.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to train</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting before the first step.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will take</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The training goes on by itself as soon as it can.</source>
        <extracomment>cnnstudio.ui.training.progress_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressReader</name>
    <message>
        <source>combination {trial} of {trials}, {text}</source>
        <extracomment>cnnstudio.ui.job_progress</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <extracomment>cnnstudio.ui.job_progress</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training {number} of {count}, {text}</source>
        <extracomment>cnnstudio.ui.job_progress</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of the audit</source>
        <extracomment>cnnstudio.ui.inspector.audit.progress_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>cnnstudio.ui.inspector.audit.progress_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <extracomment>cnnstudio.ui.rail</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>All validation images are of this class, or none is: there is nothing to draw.</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area {auc}: an image of this class ranks above another one in {share} of the cases. The dotted line is guessing (0.5).</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision {value}. Guessing would have {share}, the share of this class ({count} images).</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision-recall curve</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curve</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suppose an image is called this class as soon as the network thinks it likely enough. From strict (left) to generous (right): how many are found, and at what price?</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that is looked for</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false alarms</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found (recall)</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right (precision)</source>
        <extracomment>cnnstudio.ui.training.ranking_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>Click anywhere to choose another rate</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a change</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find learning rate</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at each learning rate</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the images and the network…</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {rate}, step {step} of {steps} at most</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the loss had shown where it falls.</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate rises from step to step, on a copy of the network, until the loss jumps.</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has fallen</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rises again</source>
        <extracomment>cnnstudio.ui.training.rate_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateSearch</name>
    <message>
        <source>Find learning rate</source>
        <extracomment>cnnstudio.ui.training.rate_search</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try rising learning rates on a copy of the network and suggest one. Takes some seconds.</source>
        <extracomment>cnnstudio.ui.training.rate_search</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source> ({count} more)</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Network</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss is for two classes, and these images have {count}: choose another loss in the recipe.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are listed but not all are checked yet; training waits until damaged ones are known.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is not ready: {problem}{more}</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network takes {takes} but the images are prepared as {images}.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network tells {has} classes apart but the folder has {wants}.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images yet: open an image folder or a sample first.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be at least one image for training and one for validation: change the shares on the Data page.</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images</source>
        <extracomment>cnnstudio.ui.training.readiness</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>Recipe</source>
        <extracomment>cnnstudio.ui.training.recipe_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is trained</source>
        <extracomment>cnnstudio.ui.training.recipe_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeSection</name>
    <message>
        <source>Put these settings back to their usual values</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {group} to the usual values</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed</source>
        <extracomment>cnnstudio.ui.training.recipe_group</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemedySteps</name>
    <message>
        <source>Take back: {step}</source>
        <extracomment>cnnstudio.ui.data.remedy_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: done</source>
        <extracomment>cnnstudio.ui.data.remedy_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: taken back</source>
        <extracomment>cnnstudio.ui.data.remedy_steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenameEditor</name>
    <message>
        <source>New name of the layer or block</source>
        <extracomment>cnnstudio.ui.editor.rename_editor</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatCard</name>
    <message>
        <source>A single figure can be luck: other seeds or folds show how much.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} folds</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interrupted training goes on exactly where it was; those that have not begun are trained.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, spread and the curves of all trainings over one another.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of all trainings</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the training</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all trainings</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train once</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the missing one</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the {count} missing</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {number} of {count}: {words}</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains {count} times from other random beginnings: mean and spread tell what is luck. Takes {count} times as long.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} so far</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seeds</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trainings, each image once for validation: the whole folder is judged. Takes about {count} times as long.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{members} are trained; all of it is kept.</source>
        <extracomment>cnnstudio.ui.training.repeat_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message>
        <source>Training {name}, {count} times</source>
        <extracomment>cnnstudio.ui.training.repeating</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>All figures</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure follows from the answers on the validation images; they are on their way.</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a moment</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers were kept</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curves</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run did not keep its answers on the validation images: it is older, or they could not be saved. Look at the images once more, then every figure is here.</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to answer</source>
        <extracomment>cnnstudio.ui.training.results_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>1 label looks doubtful</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels can be reviewed</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for doubtful labels</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for doubtful labels…</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label looks doubtful</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels could not be reviewed</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open run says which labels look wrong, of the images it has not learned from.</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images the network has not learned from were judged.</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} labels look doubtful</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {count} decided</source>
        <extracomment>cnnstudio.ui.review_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunChooser</name>
    <message>
        <source>Layers with the same names and shapes take the weights of the run&apos;s best epoch; the others start anew.</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs with weights, the newest first</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a run</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from it</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run with weights yet: train a network first.</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.1f} % validation</source>
        <extracomment>cnnstudio.ui.training.run_chooser</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>not starred</source>
        <extracomment>cnnstudio.ui.runs.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <extracomment>cnnstudio.ui.runs.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>1 run</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training is kept here with its settings and results, so that nothing you tried is lost.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the runs shown as CSV</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs: words of any column</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Train page</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network, recipe, preparation, splits and augmentation of {name} are in use again.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch of this run ended, so there is nothing to look inside.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only starred runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs were saved in {path}.</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} runs</source>
        <extracomment>cnnstudio.ui.runs.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Runs</source>
        <extracomment>cnnstudio.ui.runs.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsTabs</name>
    <message>
        <source>Runs</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs and sweeps</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which combination of several settings learned best.</source>
        <extracomment>cnnstudio.ui.runs.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>Open the sample {title}</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Every map is scaled to its own strongest place.</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw evidence: the last colour stands for {high}, the strongest place of this map has {peak}. Colours of two images can only be compared through these numbers, or with one scale for both.</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {peak}</source>
        <extracomment>cnnstudio.ui.inspector.scale_legend</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleView</name>
    <message>
        <source>1 epoch</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn as if every epoch were better than the one before; else it falls to {share} of its value after {patience} epochs without a lower validation loss.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate over the epochs</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises from {first} to {top} in {epochs}, then falls to {last}.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises from {first} to {top} in {epochs}.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts at {first} and falls to {last}.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate of every update, from the first epoch to the last</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} from the first update to the last.</source>
        <extracomment>cnnstudio.ui.training.schedule_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenRegion</name>
    <message>
        <source>Draw a rectangle around what the network is to look at. Escape gives up.</source>
        <extracomment>cnnstudio.ui.inspector.live.screen_region</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a rectangle around what to look at; Escape gives up</source>
        <extracomment>cnnstudio.ui.inspector.live.screen_region</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source>Duplicate</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values out</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} what is selected</source>
        <extracomment>cnnstudio.ui.editor.overview_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Augmentation (training only)</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of one picture stay in one split; every class is in each.</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded images</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder itself says which images train and which validate; only splits it lacks are made here.</source>
        <extracomment>cnnstudio.ui.data.settings_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Before training</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer has units of its own; compare shapes, not colours.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every method has units of its own; compare shapes, not colours.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same image after every epoch whose weights the run keeps.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for each of the likeliest classes.</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {peak}</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <extracomment>cnnstudio.ui.inspector.several</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message>
        <source>A click shows that map at full size.</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the list and show the images in which least speaks for the class; otherwise as in the list</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps side by side</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all maps</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same colour stands for the same number in all of them; otherwise each is scaled to its peak</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest evidence first</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest first</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own peak</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−own peak</source>
        <extracomment>cnnstudio.ui.inspector.several_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>There is no log yet: nothing unexpected has happened.</source>
        <extracomment>cnnstudio.ui.shell</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shown</name>
    <message>
        <source>An audit that finds nothing does not prove that the network is right for the right reason. Test it on images from another source.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are being prepared…</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images of {name}.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} more. Choose a class at the left to see its own.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this audit cannot see</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all classes</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} classes are looked at. Choose one at the left.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not looked at yet.</source>
        <extracomment>cnnstudio.ui.inspector.audit.shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>Layers to add, and the outline of the network</source>
        <extracomment>cnnstudio.ui.editor.side_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitConfig</name>
    <message>
        <source>Another seed gives another split.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide into this many equal parts, each in turn for validation (k-fold cross-validation); 0 or 1: one division by shares.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files whose names agree in the {} part stay in one split: {}_* for patient7_03.jpg. * is any text, # any digits. Empty: names do not matter.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep together</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share kept for a last test.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images kept for validation.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the parts is for validation now.</source>
        <extracomment>cnnstudio.data.config.SplitConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>What comes in</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes out</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to it</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {number} of {count}, row {row}, column {column}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch gave {given}: the two differ by more than rounding.</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {number} of {count}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, channel {number}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, channel {number} of {count}</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, red, green and blue</source>
        <extracomment>cnnstudio.ui.inspector.steps.stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartLine</name>
    <message>
        <source>; and {count} more</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of weights…</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer whose setting Frozen is on, on the Network page, keeps its weights as they are; the others go on learning.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run…</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them learn again. Undo takes it back.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the layers taken over</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let layers start with what another network has learned: that of a run, or of a file.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the layers taken over learn</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights again</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a file of weights</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting anew: {layers}</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over: {layers}</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights to start from are still being looked at; this takes a moment.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They keep their weights and only the others learn: for few images that resemble the earlier ones. Where all layers are taken over, the last one still learns. Undo takes it back.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying several settings starts from random weights each time: choose those under What is trained first.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training starts from</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} layers are taken over</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, in {path}</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken}; not {others}{more}.</source>
        <extracomment>cnnstudio.ui.training.start_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>  (+{count} more)</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the program</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs now</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: stopping…</source>
        <extracomment>cnnstudio.ui.status_line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>Choose an image</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image in the Heatmap tab. Here you see, number by number, what the network makes of it.</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted image</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that is taken apart; choose another one in the Heatmap tab.</source>
        <extracomment>cnnstudio.ui.inspector.steps.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripLegend</name>
    <message>
        <source>Colours of the gradients, from a millionth of the weights&apos; size to ten times</source>
        <extracomment>cnnstudio.ui.training.layers_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripTabs</name>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map after every epoch the run keeps: when did the network begin to look there?</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map at every layer</source>
        <extracomment>cnnstudio.ui.inspector.epochs.strip_tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuspicionCard</name>
    <message>
        <source>Accuracy on the class&apos;s images with it</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on those without it</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one in the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these images</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show those without it</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the brush</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it: {name}</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it: {name}</source>
        <extracomment>cnnstudio.ui.inspector.audit.suspicion_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepAxisRow</name>
    <message>
        <source>Do not vary this setting</source>
        <extracomment>cnnstudio.ui.training.sweep_axis_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting to vary</source>
        <extracomment>cnnstudio.ui.training.sweep_axis_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepCard</name>
    <message>
        <source>About {time} left</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} combinations are done.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another terminal helps with:</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best so far: {accuracy} %, {combination}.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combination {number} of {count}</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combination {number} of {count}, training {training} of {trainings}</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination so far, as a plot and as a table, on the Runs page.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the sweep</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the table</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {done} of {count} combinations are done, and all of it is kept.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try what is left; a training that was stopped goes on exactly where it was.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} given up early.</source>
        <extracomment>cnnstudio.ui.training.sweep_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepDialog</name>
    <message>
        <source>Add a setting</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting to vary</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting to vary.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without trying anything</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination is trained and kept as a run; a plot and a table show which learned best. What is not varied here stays as it is in the recipe.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the sweep a name.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings to vary</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start trying</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting is varied above already.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sweep is called, here and in a terminal that helps with it.</source>
        <extracomment>cnnstudio.ui.training.sweep_dialog</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} is only read {reason}: all its values would give the same training.</source>
        <extracomment>cnnstudio.ui.training.sweep_unread</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepList</name>
    <message>
        <source>Sweeps</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, best {best} %</source>
        <extracomment>cnnstudio.ui.sweeps.sweep_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepMethodForm</name>
    <message>
        <source>A grid has all of its own: {sizes} = {count}.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bayesian</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combinations</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws values near those that did well, after the first ten.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws values; with many settings it finds good ones sooner than a grid.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends a combination that does worse than the middle of the others, after three epochs.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up early</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: all of them</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many combinations are drawn and tried.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds of each</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries every combination of the values.</source>
        <extracomment>cnnstudio.ui.training.sweep_method</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepPlan</name>
    <message>
        <source>A grid tries every combination; random draws values; bayes draws them where others did well.</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many combinations are tried; a grid tries all of its own.</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings of each combination, with different seeds; their spread tells what is luck.</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <extracomment>cnnstudio.sweeps.plan.SweepPlan.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepResult</name>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag along an axis to keep a range of it; a click beside the range keeps all again. Thicker is better. Point at a line for its values.</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find combinations</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find combinations: words of any column</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all combinations again</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} combinations</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} combinations</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepTable</name>
    <message>
        <source>Combinations</source>
        <extracomment>cnnstudio.ui.sweeps.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message>
        <source>Combination {number}</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {number}: {combination}</source>
        <extracomment>cnnstudio.ui.sweeps.detail</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of many is partly the luckiest: train it again with other seeds, or test it on images kept for a last test, before you believe its figure.</source>
        <extracomment>cnnstudio.ui.sweeps.result</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <extracomment>cnnstudio.ui.sweeps.columns, cnnstudio.ui.sweeps.scales</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, {epochs} epochs done</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>cnnstudio.ui.sweeps.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepsView</name>
    <message>
        <source>Another terminal helps with: {command}</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bayesian</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command for another terminal</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the sweep</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Train page</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sweeps yet</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is on the clipboard: {command}</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {name} is not on this machine: it was trained elsewhere, or deleted.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of combination {number} of {name} are in use.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings at once: each combination is trained, and you see here which learned best. The button is on the Train page, below Start training.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try what is left; its images are opened first, when others are.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} combinations are on the clipboard.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} combinations were saved in {path}.</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} running</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} trainings each</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} combinations done</source>
        <extracomment>cnnstudio.ui.sweeps.view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetChoice</name>
    <message>
        <source>Another class: then red speaks for the first rather than for this one, blue the other way.</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rather than</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class whose evidence is shown: type a part of its name, or click a probability.</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all others (log-odds)</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted class</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rather than</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the runner-up</source>
        <extracomment>cnnstudio.ui.inspector.target_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermModel</name>
    <message>
        <source>class</source>
        <extracomment>cnnstudio.ui.inspector.steps.term_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermTable</name>
    <message>
        <source>The first {shown} come to {sum}, the other {count} to {rest}.</source>
        <extracomment>cnnstudio.ui.inspector.steps.term_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terms, the largest first</source>
        <extracomment>cnnstudio.ui.inspector.steps.term_table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdView</name>
    <message>
        <source>A lower threshold lets it answer.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network may say “I am not sure” and leave an image to a person. Move the slider: the surer it must be, the fewer images it answers, and the more of its answers are right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer only when at least {threshold} sure: no image is answered.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer only when at least {threshold} sure: {share} of the images are answered, {right} of them right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer when at least {threshold} sure: every image is answered, {right} of them right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the threshold that answers the most images with so many right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the network must be to answer at all.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least certainty</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No threshold has {share} of its answers right.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When should it answer?</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered images</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right answers</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {images} validation images; 95 % interval of the right ones {low} to {high}. A threshold chosen on these images promises a little too much: test it on others.</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} right</source>
        <extracomment>cnnstudio.ui.training.threshold_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopImagesCard</name>
    <message>
        <source>Cancel</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs the validation images of the open folder through the network, once for all channels.</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the images</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that excite the channel most</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the validation images through the network up to this layer.</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What excites it most</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}; a click shows it in the Heatmap tab</source>
        <extracomment>cnnstudio.ui.inspector.maps.top_images_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Back to the step before</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided tour</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided tour, step {number} of {count}</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the tour; opening the sample again goes on with it</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step</source>
        <extracomment>cnnstudio.ui.tour.card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceView</name>
    <message>
        <source>Probability after each change: {values}</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainConfig</name>
    <message>
        <source>Accumulation</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a little less than certainty, against overconfidence. 0.1 is usual, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced lets every class count alike, however few its images.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches gathered for one update, as if they were one batch larger than fits into the memory. 1 updates after every batch.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class weights</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two falls of the learning rate.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs in which the learning rate rises to its value; helps large rates over the start. With One cycle 0 means three tenths of the training.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a lower validation loss before the learning rate falls.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls every</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls to</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal gamma</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a step moves the weights. Too large jumps about, too small crawls; 0.001 is usual with Adam, 0.01 with SGD.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times every training image is seen. 10 to 50 is usual for a start.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much easy images are left aside. 2 is usual; 0 is cross-entropy.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step is kept, 0 to 1; damps the swing. 0.9 is usual.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes: a falling one finds the bottom that a constant one jumps over.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient. Adam works without tuning; SGD with momentum rewards it.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights start: Kaiming for ReLU, Xavier for sigmoid and tanh. Zeros is there to see that it fails.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images at once</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images computed at a time, to spare the memory; 0 takes the whole batch.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that one step learns from. Larger batches are steadier, smaller ones noisier; 16 to 64 is usual.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep epochs</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a running mean of the weights (EMA), which is steadier; 0.99 to 0.999 is usual, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gradient a step may follow. 1 tames a training that jumps, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead along the momentum before it steps; often a little faster.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau patience</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights to zero; a little works against overfitting. 0.0001 to 0.01 is usual, 0 is off.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save every</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two saves within an epoch: about what a crash can cost. Slow disks are saved to less often.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest change</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after so many epochs without a better validation. 5 to 10 is usual, 0 never stops early.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same curve; others show how much is luck.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the processor; 0 measures at the start and chooses.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of at most so many epochs, evenly spaced and in 200 MB, are kept to look back at in Look inside. 0 keeps the best and the last alone.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes. Automatic takes a GPU where there is one.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as better; smaller changes count as none. 0.01 is one point of accuracy, or 0.01 of the loss.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What early stopping watches: the validation&apos;s loss or its accuracy.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made small. Cross-entropy for most; focal looks at hard images; binary for two classes and one output.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by when it falls: 0.1 leaves a tenth of it.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 halves the digits and is faster on some processors; automatic measures and takes it only where it pays. Heatmaps are always float32.</source>
        <extracomment>cnnstudio.training.config.TrainConfig.model_fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Repeats</source>
        <extracomment>cnnstudio.ui.training.page</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingControls</name>
    <message>
        <source> more epoch</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> more epochs</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on exactly where the training was (F6).</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many epochs more</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new training with {changes}; the rest of the recipe stays.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with {changes}</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this batch (Shift+F5); what was learned so far is kept, and the training can go on later.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training goes on from where it ended and becomes as long as if the recipe had said so.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network with this recipe (F5). Everything is kept as a run.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with each combination of the values you choose, and see which learns best.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings…</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after this batch (F6). All of it is kept, also when the program is closed meanwhile.</source>
        <extracomment>cnnstudio.ui.training.controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingStarts</name>
    <message>
        <source>Looking at the weights of {name}</source>
        <extracomment>cnnstudio.ui.training_starts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of {name} is on the canvas now, for it has no layer in common with the one before. Undo brings that back.</source>
        <extracomment>cnnstudio.ui.training_starts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The next training starts from random weights; to start from others, choose another run or file on the Train page.</source>
        <extracomment>cnnstudio.ui.training_starts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Animation</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel out</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel that comes in</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel that comes out</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the whole map (End)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first value (Home)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before (Page Up)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer (Page Down)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: nothing moves by itself; every step is taken by hand.</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values a second</source>
        <extracomment>cnnstudio.ui.inspector.steps.transport</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialAnswer</name>
    <message>
        <source>Change the image</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase a part and see whether the answer falls: then the network needs it.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly more than the controls: one part in {count} does that by chance.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much more than in any of {count} controls: this part matters.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than the controls: this does not show that the part matters.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities now</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controls raise it less: this part speaks against the class, or what was put in its place speaks for it.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same area elsewhere, or shuffled, {count} times: {low} to {high}, {middle} on average.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points, with {share} of the image changed.</source>
        <extracomment>cnnstudio.ui.inspector.trials.answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialCanvas</name>
    <message>
        <source>Image as the network is given it, to be changed</source>
        <extracomment>cnnstudio.ui.inspector.trials.canvas</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialTab</name>
    <message>
        <source>As the network is given it: {width} × {height} px. The folder is not changed.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list at the left: you can erase parts of it and watch the network&apos;s answer.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the part you want to copy first, with the brush or the lasso.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image chosen</source>
        <extracomment>cnnstudio.ui.inspector.trials.tab</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialTools</name>
    <message>
        <source>Blur</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour around it</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the surroundings</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the part that was erased, as it was, to paste it into other images.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diameter of the brush.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the hottest</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase what you draw a line around.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase what you paint over.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erases the places with the most evidence, as the heatmap of the usual layer says. Watch whether the probability falls faster than with the same area elsewhere.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill with</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay down the part you have copied.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the hottest pixels to erase</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the image as it was.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled pixels</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image itself out of focus: colours stay, shapes go.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean colour of what lies around: calm, without an edge of its own.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pixels in a random order: colours stay, every shape is destroyed.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What erased parts are filled with</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds with every filling is worth more than what holds with one.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies around is continued inwards.</source>
        <extracomment>cnnstudio.ui.inspector.trials.tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>A heatmap always looks convincing. The checks ask: does it change when the network forgets what it learned? Does the answer hang on the marked places, more than on random ones? Is it about this class? Does it stay when the image hardly changes? They take some seconds; methods that are slow themselves are looked at quickly first.</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can this map be trusted?</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this map</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check thoroughly</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the heatmap</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list at the left; then its heatmap can be checked.</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image chosen</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the checks</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the whole map and more repetitions; takes minutes, can be stopped.</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} of {image}</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustRowCard</name>
    <message>
        <source>How it is judged: {rule}</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueGrid</name>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <extracomment>cnnstudio.ui.inspector.value_grid</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {number}</source>
        <extracomment>cnnstudio.ui.inspector.value_grid</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} (beyond the border: a zero that was added)</source>
        <extracomment>cnnstudio.ui.inspector.value_grid</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Verdict</source>
        <extracomment>cnnstudio.ui.training.verdict_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else is to be said of this training</source>
        <extracomment>cnnstudio.ui.training.verdict_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <extracomment>cnnstudio.ui.training.verdict_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Video</name>
    <message>
        <source>{name} is damaged: only its first {frames} frames can be read.</source>
        <extracomment>cnnstudio.ui.inspector.live.video</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Colours</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divider</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed end of the scale</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map is shown</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In units of the raw map; the legend shows them</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over as</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline the receptive field of the cell under the pointer</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale up to</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign, scale, colours, cells, divider, colour vision</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s own cells</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map at one side, the image at the other</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View ▾</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a cell can see</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without smoothing between the cells</source>
        <extracomment>cnnstudio.ui.inspector.view_menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>Download</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the weights of this network</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights come with the program and work offline.</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes downloaded</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the download</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&apos;s weights are not on this computer: {size} MB from download.pytorch.org. Without a connection take EfficientNet-Lite0, whose weights come with the program, or add a file with &apos;cnnstudio weights add FILE&apos;.</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&apos;s weights are on this computer ({size} MB).</source>
        <extracomment>cnnstudio.ui.editor.weights_card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Build a convolutional network, train it on pictures and look at what it looks at. Start with a sample or your own images.</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder…</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how a network learns to see</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a folder anywhere in this window. Each sub-folder is a class: cats/ and dogs/, or train/ and val/ with the classes inside. Nothing in it is ever changed.</source>
        <extracomment>cnnstudio.ui.welcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Switch off</source>
        <extracomment>cnnstudio.ui.data.augment_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About CNN Studio</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between the light and the dark scheme</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the network</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training so far, to compare and to open again</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find images that came or went since the folder was opened</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the computer awake while it trains</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the training wait after its batch, and go on where it was</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the folder again</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder a class</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder…</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file that unexpected errors go to</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and recent folders</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what a trained network looks at</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log file</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this batch; what was learned so far is kept</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself before the training has ended</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images, how they are prepared, divided and changed at random</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network and watch it learn</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network on the images</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with each combination of the values you choose, and see which learns best</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try several settings…</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licences and credits</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome page</source>
        <extracomment>cnnstudio.ui.actions</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>audit_levels</name>
    <message>
        <source>In the images, hardly used</source>
        <extracomment>cnnstudio.ui.inspector.audit.level_signs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>cnnstudio.ui.inspector.audit.level_signs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relies on a shortcut</source>
        <extracomment>cnnstudio.ui.inspector.audit.level_signs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>class_rows</name>
    <message>
        <source>{count} test</source>
        <extracomment>cnnstudio.ui.data.class_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} train</source>
        <extracomment>cnnstudio.ui.data.class_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} validation</source>
        <extracomment>cnnstudio.ui.data.class_rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>check that this installation works</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help with a sweep that was begun elsewhere</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list images whose label looks wrong to a run</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the runs</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the samples, or unpack one and print its folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what a training can run on, why a GPU is not used, and test each</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, download, add or remove the ImageNet weights of pretrained networks</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, export, import or clear your decisions about the images of a folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look through an image folder: classes, layout, files that cannot be used</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window, with a folder or a sample</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the layer table of a preset or a network file</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what a network trained on ImageNet&apos;s 1,000 classes sees in images, without training</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what each class of a run looks at, and whether it takes a shortcut</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show where a run looks in images (heatmaps)</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show, clear or limit the decoded images kept on this disk</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggest a learning rate for a training, by trying rising ones</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell where the object is in each image, from heatmaps, and how well known boxes are met</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test a run on an image folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train a network on an image folder</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, evaluate and explain on the digits sample; writes report.html</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try settings and tell which combination learned best</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a network as PyTorch source</source>
        <extracomment>cnnstudio.cli.program.COMMANDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no language of this program: choose {codes} after --language.</source>
        <extracomment>cnnstudio.cli.speaking</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>, </source>
        <extracomment>cnnstudio.wording</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first_ones} and {last}</source>
        <extracomment>cnnstudio.wording</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first_ones} or {last}</source>
        <extracomment>cnnstudio.wording</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source> The pattern {group_pattern!r} keeps too many together; try another.</source>
        <extracomment>cnnstudio.data.split</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {count} more</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and {count:,} more</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and {one} becomes {other}</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>104 photographs of animals, buildings and tools. So few that a network overfits.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit colours cut to 8 bits</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit scaled</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2,000 handwritten digits, ten classes, 28 × 28 grey. Learned in half a minute.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier that was given nothing but this number of each image, and judged on images it did not learn from, is right in {accuracy} (each class counts the same; 95 % interval {low} to {high}); with shuffled labels it never came above {limit} (p = {likelihood:.2g}).</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images are left out, so the network has no output for it. Keep the class if runs are to be compared with earlier ones.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As little as {crop:.0%} of an image may remain, maybe without what it is named after.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two classes need images: take a decision back, or leave fewer images out.</source>
        <extracomment>cnnstudio.data.curation.decisions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK converted to RGB</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot clear {directory}: {reason}.</source>
        <extracomment>cnnstudio.data.pixels.cache</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot keep decoded images in {directory}: {reason}.</source>
        <extracomment>cnnstudio.data.pixels.cache</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller image size.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes {map} differ only in spelling</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count {name} as {into}</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropped and erased, as little as {crop:.0%} of an image may remain.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded images can no longer be kept in {parent}: {reason}. The training goes on; what is missing is decoded again in each epoch.</source>
        <extracomment>cnnstudio.data.pixels.source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded, the images need {needed:.1f} GB, and at most {limit:.1f} GB are kept (cnnstudio cache --limit).</source>
        <extracomment>cnnstudio.data.pixels.cache</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits, letters and text are never met {way}{example}.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXIF block</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than {few_images}: {listed}. Expect overfitting and a wide interval around the accuracy; add images or switch augmentation on.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out why {which} in this: another camera, another website, another program? Save all images in the same way, or collect some of each class from each source, and train again.</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out why {which} in this: other light, another exposure, a program that changed or enlarged the pictures? Take or treat all images alike, or train with random changes of brightness, contrast and sharpness.</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold {fold} of {folds} has no images: {root} has too few different pictures. Choose fewer folds, or add images.{together}</source>
        <extracomment>cnnstudio.data.split</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly anything can be seen in them.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not judged there.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG&apos;s colour subsampling</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the class</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep those in {name}</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep together by {pattern}</source>
        <extracomment>cnnstudio.data.health.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave all of them out</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the copies but one</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the copies from training</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out, or choose a smaller image size.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line:,}: the box of {file} is empty, from ({x0:g}, {y0:g}) to ({x1:g}, {y1:g}).</source>
        <extracomment>cnnstudio.data.listing.box_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line:,}: the field {name} holds {cell!r}, which is no number of pixels.</source>
        <extracomment>cnnstudio.data.listing.box_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line:,}: the field {name} is empty; name the image there.</source>
        <extracomment>cnnstudio.data.listing.box_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line:,}: {box}</source>
        <extracomment>cnnstudio.data.boxes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether this belongs to the class or to how its images were taken. Random changes of brightness, colour and sharpness in the training make a network depend less on it.</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the input grey, or look whether these come from another source.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed images are learned slowly: they seldom pay in {epochs}. Train for {few_epochs} or more.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most are {width} × {height} pixels. Look whether these come from elsewhere: thumbnails, screenshots.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the copies together, out of training</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly all images of {telling} are grey and those of other classes are not, so a network can tell the classes by that alone. Choose grey as the colour of the input.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file fits the pattern {pattern!r} of images to keep together; one is {example}. {other_example}</source>
        <extracomment>cnnstudio.data.split_groups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image of {root} can be kept for validation: no class has two different pictures. Add images.{together}</source>
        <extracomment>cnnstudio.data.split</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name pattern fits the files in {path}. Give one, such as {{class}}_# for cat_001.jpg: {{class}} is the class, # any digits, * any text.</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission to open the folder {root}. Change its permissions, or copy the images elsewhere.</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be learned about it.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One side is more than {extreme_aspect:.0f} times the other: cropped, most of the picture is lost; padded, little is left of it; stretched, it is distorted.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos with a hidden shortcut</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos with a hidden shortcut, mended</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that look the same carry different labels. Look at them side by side: either a label is wrong, or the classes differ in something very small.</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resized, re-encoded or slightly changed copies of training images are judged on, so the accuracy comes out too high. Keep pictures that look alike in one split.</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled down to {zoom:.0%}, small things can no longer be made out.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifted by {shift:.0%}, what stands aside may leave the image.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in these photographs gives a class away. Train, be pleased, then find out: a guided tour.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>cnnstudio.data.thread_pool</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes can be told apart {alone}</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes {listed} are told apart by their colours, which this changes.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is too full: decoded images need {missing:,.0f} MB in {parent}, but only {free:,.0f} MB are free.</source>
        <extracomment>cnnstudio.data.pixels.cache</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {filename} of a sample archive is larger than a sample&apos;s file may be.</source>
        <extracomment>cnnstudio.data.samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {gone} cannot be reached.</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {root} cannot be opened: {problem}.</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {root} cannot be opened: {reason}.</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {root} is back, but {count}: {named}{others}. Put back what was there, and the training goes on with the same images; or stop it, then what was learned is kept.</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are grey: there is no colour to change.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list {file} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle value is {number}, of the other classes {other_number}.</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most pixels a picture may have is a number from 1 to {limit}, not {pixels:,}.</source>
        <extracomment>cnnstudio.data.decoding.pixel_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name pattern {text!r} cannot be used: it needs {class_name} exactly once, such as {{class}}_# for cat_001.jpg, and at most {longest} characters.</source>
        <extracomment>cnnstudio.data.listing.name_pattern</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names look like {count:,} series of pictures</source>
        <extracomment>cnnstudio.data.health.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network keeps an output for it, which never learns anything. Add images, or take the class out of the list.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern {pattern!r} does not say which part of the names must agree: put {{}} there. {example}</source>
        <extracomment>cnnstudio.data.split_groups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern {pattern!r} fits nothing: # takes all digits, so no digit can follow. {example}</source>
        <extracomment>cnnstudio.data.split_groups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern {pattern!r} has a brace alone; only {{}} means something. {example}</source>
        <extracomment>cnnstudio.data.split_groups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same goes for: {others}.</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same photographs in the same splits without what gave the class away.</source>
        <extracomment>cnnstudio.data.samples.SAMPLES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pixels carry different labels, so one of them is wrong. The first is under {names}. Keep each where it belongs.</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample archive {archive} has a file with a forbidden name: {filename!r}.</source>
        <extracomment>cnnstudio.data.samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample archive {archive} is damaged: {reason}. Install the program again.</source>
        <extracomment>cnnstudio.data.samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample archive {archive} is larger than a sample may be.</source>
        <extracomment>cnnstudio.data.samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample {name} cannot be unpacked into {target}: {reason}.</source>
        <extracomment>cnnstudio.data.samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square covers up to {erased:.0%} of an image, maybe all of a small thing.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation share and the test share leave no images for training; lower one.</source>
        <extracomment>cnnstudio.data.split</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no training images in {root}: all {used:,} are for validation or test. Add a folder train with class folders inside.{together}</source>
        <extracomment>cnnstudio.data.split</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no usable images in class folders in {root}: {what_was_found} {expected}</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no fold {fold} of {folds}; choose 1 to {folds}.</source>
        <extracomment>cnnstudio.data.split</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {root}. Check the spelling, or whether the drive is connected.</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of labels in {path}. Expected is a CSV file with the columns path and label, in the folder or named with the scan.</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample {name!r}; there are {samples}.</source>
        <extracomment>cnnstudio.data.samples</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from in {listed}, so the network has no output for it. Add images and open the folder again, or keep the class if images are to come or runs to be compared.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one class in {root}: {used} ({number} used; {what_was_found}) A network needs at least two classes to tell apart. {expected}</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are enlarged more than {enlarged:.0f} times to {width} × {height} pixels, which shows nothing more. {advice}</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out. The first: {file}: {reason}.</source>
        <extracomment>cnnstudio.data.health.files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are nearly white: overexposed, or empty pages.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They count as different classes. If they mean the same, count them as one.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have no sharp edge even when made small, unlike most others of this folder.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They show one grey nearly everywhere: fog, a wall, a lens cap.</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned by more than {large_turn_deg:.0f}°, characters look like others or like none.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned by more than {large_turn_deg:.0f}°, things point elsewhere: the classes {listed} would be confused.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned upside down, 6 becomes 9.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was trained on is tested on as well, so the accuracy comes out too high. Keep each picture in one of train, validation and test.</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column is named twice</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a video</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an AVIF picture, which cannot be read; save it as JPEG or PNG</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an SVG drawing; export it as PNG</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are missing</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are new</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the folder {printable}, not in a class folder</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the train, validation and test folders</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits and channels of the file</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blur of the edges</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred picture</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred pictures</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightest tone</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightness</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightness of the rim</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the {title} alone: {accuracy} (by chance {chance})</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes a pixel</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera model</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <extracomment>cnnstudio.data.decoding.decode, cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class folder without images</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class folders without images</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class has few images</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes have few images</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coloured picture among grey ones</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coloured pictures among grey ones</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: it cannot be decoded</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: its header cannot be read</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: its list of contents cannot be read</source>
        <extracomment>cnnstudio.data.decoding.heif_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: {text}</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>darkest tone</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deeper than {limit} folders, not entered</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directly in {printable}, not in a class folder</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty file (0 bytes), often an interrupted download or a cloud placeholder</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evenness of the rim</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact copies</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact copy</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file cannot be used</source>
        <extracomment>cnnstudio.data.health.files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file size</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file size for the detail shown</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files cannot be used</source>
        <extracomment>cnnstudio.data.health.files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first of several frames</source>
        <extracomment>cnnstudio.data.decoding.frames</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first of {count} frames</source>
        <extracomment>cnnstudio.data.decoding.frames</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey picture among coloured ones</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey pictures among coloured ones</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has another class</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has changed</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has vanished</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have another class</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is new</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can no longer be read: {reason}</source>
        <extracomment>cnnstudio.data.pixels.patient_loading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has changed since the folder was scanned; scan the folder again</source>
        <extracomment>cnnstudio.data.pixels.patient_loading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has vanished meanwhile</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has vanished since the folder was scanned; scan the folder again</source>
        <extracomment>cnnstudio.data.pixels.patient_loading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its colours are stored as LAB, which cannot be read; save it as RGB</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <extracomment>cnnstudio.data.decoding.file_header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name does not fit the pattern {text}</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own range {low:g} to {high:g} scaled</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values hold NaN or infinity; save it as an 8-bit or 16-bit picture</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values run from {low:g} to {high:g}, which is no known scale; save it as an 8-bit or 16-bit picture</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of file</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lack of colour</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line:,}: {problem}</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link to a file that does not exist</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link to a folder that is looked through already</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link to a folder, not followed</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {pages}</source>
        <extracomment>cnnstudio.data.decoding.frames</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near copies</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near copy</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no label for {path!r}</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no path</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a regular file</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an image: it looks like {describe}</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory to decode it</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in a class folder</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the list {printable}</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing but zero bytes, often an interrupted copy</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one file is not what it was</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the first {value} % of the rows could be read</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture has another size than most</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture height</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture in more than one split</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture is small</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture under two classes</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture was converted</source>
        <extracomment>cnnstudio.data.health.files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture width</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture with a near copy in another class</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture with a near copy in another split</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture with hardly any contrast</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures are small</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures have another size than most</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures in more than one split</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures under two classes</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures were converted</source>
        <extracomment>cnnstudio.data.health.files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures with a near copy in another class</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures with hardly any contrast</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures with near copies in another split</source>
        <extracomment>cnnstudio.data.health.copies</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel_cache.json</source>
        <extracomment>cnnstudio.data.pixels.cache_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program that saved it</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proportions of the picture</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative: the name of the file is missing</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative: {relative!r} has a line already</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split: {split!r} is neither train, validation nor test</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the box of {file} lies outside the image, which has {width} × {height} pixels (x0 = {box:g}, y0 = {other_box:g}).</source>
        <extracomment>cnnstudio.data.boxes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the classes differ</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column &apos;relative&apos; is missing</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document</source>
        <extracomment>cnnstudio.data.curation.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the file is missing; all rows are there, with less detail</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the picture is missing (truncated), often an interrupted download or copy</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the picture is missing, and less than a tenth of it can be read</source>
        <extracomment>cnnstudio.data.decoding.readable_part</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the picture is missing, and the rest is spread over its rows (interlaced)</source>
        <extracomment>cnnstudio.data.decoding.readable_part</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label is too long</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit</source>
        <extracomment>cnnstudio.data.pixels.cache_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of labels</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the split {split!r} is none of train, val and test</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {count} cells instead of {columns_count}</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no column {unknown!r}</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file {path!r}</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this folder cannot be opened: {problem}</source>
        <extracomment>cnnstudio.data.listing.reading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, not an image</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint between blue and yellow</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint between green and red</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint of the brightest tones between green and blue</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tint of the brightest tones between green and red</source>
        <extracomment>cnnstudio.data.folder.file_properties.PROPERTIES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large: more than {limit} pixels</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large: {width:,} × {height:,} pixels, at most {most} million are read; make it smaller, or set {limit_variable}</source>
        <extracomment>cnnstudio.data.decoding.pixel_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small: {width} × {height} pixels, at least {minimum} × {minimum} are needed</source>
        <extracomment>cnnstudio.data.decoding.pixel_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transparent parts on {background}</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned upright (EXIF {orientation})</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown data</source>
        <extracomment>cnnstudio.data.file_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values 0 to {top} scaled</source>
        <extracomment>cnnstudio.data.decoding.pixel_modes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very bright picture</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very bright pictures</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very dark picture</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very dark pictures</source>
        <extracomment>cnnstudio.data.health.pictures.LIGHT_CHECKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very long picture</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very long pictures</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was moved</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>were moved</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {row!r} is neither yes nor no</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} against {counts:,}. Always answering {largest} would already be right for {share:.1%}; judge by the scores of each class, or weight the classes.</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} files are not what they were</source>
        <extracomment>cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} files begin as {largest}. Frames of one video, pictures of one patient or one burst are nearly alike: in training and in validation at once, they make the accuracy come out too high. If the names mean that, keep together what agrees in {pattern}.</source>
        <extracomment>cnnstudio.data.health.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images are called {file!r}; write its place below the folder into that field.</source>
        <extracomment>cnnstudio.data.boxes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} Look whether they belong here.</source>
        <extracomment>cnnstudio.data.health.pictures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{effect}: the classes {listed} would be confused.</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ending} pictures cannot be read; save it as JPEG or PNG</source>
        <extracomment>cnnstudio.data.listing.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than {limit:.0f} MB and no list of labels.</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no list of labels: expected are lines such as cat/001.jpg,cat with a comma, semicolon or tab between path and label.</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not written in UTF-8. Save it again as CSV in UTF-8.</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: line {line_num:,} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found:,} files were found, {count:,} ignored and {refused_count:,} refused (the first: {first}).</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found:,} files were found.</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} named {ending}</source>
        <extracomment>cnnstudio.data.decoding.decode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{headline}. A network can take the same short cut instead of looking at what is shown. {advice} {evidence}</source>
        <extracomment>cnnstudio.data.health.told_classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images:,} images</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{largest} has {count:.1f} × the images of {smallest}</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} million</source>
        <extracomment>cnnstudio.data.decoding.pixel_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed} not in the list any more</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed} not in {split}</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed} since {day} {since:%B}</source>
        <extracomment>cnnstudio.data.folder.difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed} without images</source>
        <extracomment>cnnstudio.data.health.classes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <extracomment>cnnstudio.data.augment.cautions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {first_problem}.</source>
        <extracomment>cnnstudio.data.curation.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.data.curation.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than the {limit_bytes:,} bytes allowed for such a table.</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {gigabytes!r}, but should be 0 to {largest_gb:,} gigabytes.</source>
        <extracomment>cnnstudio.data.pixels.cache_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of CNN Studio (format {version}; this one reads {schema_version}).</source>
        <extracomment>cnnstudio.data.curation.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {value}: {problem}.</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path!r} is {label!r} in line {line:,}, but {other_label!r} here; the first counts</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path!r} lies outside the folder</source>
        <extracomment>cnnstudio.data.listing.csv_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.data.folder.column_file, cnnstudio.data.pixels.away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no box for an image in {root}.{why}</source>
        <extracomment>cnnstudio.data.boxes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <extracomment>cnnstudio.data.folder.column_file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no list of boxes: {expected}.</source>
        <extracomment>cnnstudio.data.listing.box_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: line {line_num:,} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.data.listing.box_list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} They are decoded again in each epoch, which is slower.</source>
        <extracomment>cnnstudio.data.pixels.source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{root} can be read in {count} ways: {listed}. Say which one is meant.</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{root} is a file, not a folder. Choose the folder that holds the images; an archive must be unpacked first.</source>
        <extracomment>cnnstudio.data.folder.image_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {count:,} classes ({shown}), {images:,} images</source>
        <extracomment>cnnstudio.data.listing.layouts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}{other_title} alone tells</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose} can be told from the rest {alone}</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose} differs</source>
        <extracomment>cnnstudio.data.health.giveaway_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong}. The first line names the columns: {columns}</source>
        <extracomment>cnnstudio.data.curation.table</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source> (not yet after epoch {epoch}, the one kept before)</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({channels} maps of {height} × {width})</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Its map is coarse; an earlier layer shows the place more finely.</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> So it is the mark&apos;s colours that count to the network, not its shape.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> That is for areas of {cell} × {other_cell} pixels; single pixels agree by {by_pixel:.2f}{warning}.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> This was a quick look, at the map&apos;s first picture.</source>
        <extracomment>cnnstudio.explain.validation.trust_report</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> With only the last of {total} layers forgotten it is {rank:.2f}.</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {count} earlier</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> at layer {layer}</source>
        <extracomment>cnnstudio.explain.map_figures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {padding_share:.0f} % of it lies in the border that was added around the image.</source>
        <extracomment>cnnstudio.explain.evidence_place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(pixel / 255 − mean) / deviation, as in training</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and the network takes it for a sign of {name}</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and the network&apos;s answers depend on it.</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, averaged over {cell} × {other_cell} pixels (about a cell of Grad-CAM&apos;s map),</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, but the network hardly uses it</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, so do not read them one by one</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {count} of them zeros that were added</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. That may well belong to the class.</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or more</source>
        <extracomment>cnnstudio.explain.pixels.settings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 · {bracketed} · (1 + tanh(0.7979 · ({number} + 0.044715 · {bracketed}³)))</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 or more</source>
        <extracomment>cnnstudio.explain.pixels.settings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.00 is the same map, 0.00 an unrelated one.{first}</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; places beyond the border never win</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the most was {at}</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the pooling behind it would leave only {height} × {width}</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {rim} lies in the outer rim ({even} if it were spread evenly)</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A background that goes with the class in some images only is found when the network relies on it; images that merely share it are reported when the background alone tells the class nearly always. Of a background that only six in ten images of the class have, or with fewer than about twenty images of a class, much is missed.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A background that went with the class only in the images the network learned from, and not in the audited ones, is not seen.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A brightness, sharpness or tint that goes with a class, and not with its brightest and darkest tones or the blur of its edges, counts only when it is nearly the same in all its images or changing it changes the answers: scenes differ in these honestly.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask of {shape} does not fit an image of {pixels_shape}.</source>
        <extracomment>cnnstudio.explain.trials.fills</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A patch recurs almost pixel for pixel in {strength} of those images of {name} that had no part in finding it, and in hardly any of other classes (limit {limit}).</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern that all classes carry alike, or that moves with the object (a collar, a hand that holds it), is not taken for a mark.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A positive value says that the score rises when the pixel gets brighter.</source>
        <extracomment>cnnstudio.explain.pixels.input_gradients</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ablation-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last epoch nothing at this layer speaks for {subject}, so there is no place to look back at.</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last epoch {share} {words}{earlier}.</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An audit needs a network that gives each image {classes} class scores; it gives {height}.</source>
        <extracomment>cnnstudio.explain.audit.case</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is pixels of shape (H, W, 3) in uint8, not {shape} in {dtype}.</source>
        <extracomment>cnnstudio.explain.explainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random places, {orders} times: {random:.2f} and {other_random:.2f} (areas under the curves; filled with {fill_word}). Faint in the picture: covered at random, the least, mean and most.</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages the slope of the score over copies of the image with a little noise, which leaves less speckle (Smilkov et al. 2017).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backgrounds are compared by the colours and the roughness of what is far from the object. Scenes that are told apart by their things alone (a goal, a manger) are not seen.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backgrounds that go with a class</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a background that is not: {swapped}</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before another background typical of {own}: {kept}</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed the other way</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed to what {name} has</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {index} cannot be contrasted with itself; choose another class for one of the two.</source>
        <extracomment>cnnstudio.explain.scores</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour around it</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the surroundings</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool to warm</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts only cells whose increase would raise the score: fine maps of early layers, without what speaks against the class (Jiang et al. 2021).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covering the hottest {share} takes the probability of {class_name} from {deletion} to {curves_deletion}; as much at random leaves {mean} ({min} to {max}).</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop it off or fill it in, in all images that carry it, or find images of {name} without it; then train and audit again. More images with the same mark will not help.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark corners, a weak tint, or one of less than about half of a class&apos;s images, cannot be told from what the scenes bring along.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description (JSON)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not rely on this map. It fails: {failed}{rough}</source>
        <extracomment>cnnstudio.explain.validation.trust_report</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the map add up to the score?</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the edges of the image sharply. An edge view, not evidence: it hardly changes with the weights of the network (Springenberg et al. 2014).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each image needs a target: {count} images were given and {targets_count} targets.</source>
        <extracomment>cnnstudio.explain.batch_maps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EigenCAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element-wise Grad-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanging the backgrounds</source>
        <extracomment>cnnstudio.explain.audit.background_trial</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure: image, map, overlay</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {names} the rule is not defined; there the gradient is the plain one.</source>
        <extracomment>cnnstudio.explain.pixels.guided</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first epoch kept ({name}) on, more than half {words}: {share} at last.</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives cells with a rising score more say in a map&apos;s weight, so that several things of the class show at once (Chattopadhay et al. 2018).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient size</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients × input</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided backpropagation</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap over the image</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides one part of the image after the other and shows how much the score falls; coarse, but it asks the network itself (Zeiler and Fergus 2014).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How clearly it goes with the class</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are compared at 112 pixels a side: finer lines are not seen. Where the objects themselves lie at the same place in all images, as scanned digits do, a faint mark beside them may be missed.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of shape (n, C, H, W) in floating point are needed, not {dtype} of shape {shape}.</source>
        <extracomment>cnnstudio.explain.pass_hooks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the class without it</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the images of {whose} there is a shortcut that the network hardly uses.</source>
        <extracomment>cnnstudio.explain.audit.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the images, hardly used</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {strength} of the images of {name} the darkest or the lightest places are lighter, darker or differently coloured than in all but 4 % of the other images; up to {limit} can come by chance or by the scenes.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it about this class?</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the same map for nearly the same image?</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its layers are {layers}.</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shape has been like the last map&apos;s {since} (rank correlation {likeness:.2f}).</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jet</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jet shows edges where the evidence has none, and cannot be read with every kind of colour vision.</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over {put_on} images of other classes, it moved the score of {name} against the best other class by {added:+.1f} and made {flips} of them {name}; {spoilt}: {control:+.1f} and {control_flips}.{other_control}</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {name} does not lead to the class scores, so it cannot have spoken for a class; {names_that_work}.</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {name} {reason}, so there is no heatmap of it; {names_that_work}.</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {passed} runs {calls} times for one image; the map is of {which}.</source>
        <extracomment>cnnstudio.explain.grad_cam</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {shown_name} gives values that are not finite (NaN or infinity), so nothing can be explained. The weights have probably run away in training: train again with a lower learning rate.</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead lost when the mark is taken off</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of equal evidence</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the images</source>
        <extracomment>cnnstudio.explain.audit.audit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the properties of the files</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the objects</source>
        <extracomment>cnnstudio.explain.audit.background_trial</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magma</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of {method_info} are not made to add up to the score.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks at another place in each image are found only where they are opaque and the same pixel for pixel; faint, turned or resized ones are not.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks, stamps, borders and tints</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean correlation of what is shown{means_of} with the maps of the image {told}, each laid back: from {stable} on stable, below {unstable} not.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every cell with its own gradient and drops what is negative before adding up, so it shows more than the network used.</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every cell with its own gradient instead of the mean one, so no evidence moves to places the network did not use; grainy at early layers (Draelos and Carin 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every pixel with the slope of the score there: fine and noisy; adds up to the score of a linear network (Shrikumar et al. 2016).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier map kept is like the last one: the network was still changing its mind about where to look.</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence: at this layer nothing in the image speaks for {subject}.</source>
        <extracomment>cnnstudio.explain.evidence_place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer of this network keeps height and width on the way to the class scores</source>
        <extracomment>cnnstudio.explain.fall_back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer of this network keeps height and width on the way to the class scores, so there is no place to show. Add a convolution before Flatten or the dense layers.</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut was found in {images:,} images of {count:,} classes.</source>
        <extracomment>cnnstudio.explain.audit.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the audited images of the class carries it, so it was not taken off.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the detectors found a shortcut. That is no proof that there is none; see what this audit cannot see.</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked; mark the part to copy with the brush or the lasso first.</source>
        <extracomment>cnnstudio.explain.trials.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing suspicious was found.</source>
        <extracomment>cnnstudio.explain.audit.audit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers at the image&apos;s size (32-bit TIFF)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers at the image&apos;s size (NPY)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the layer&apos;s cells (NPY)</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the class&apos;s images before an untypical background {right} of {images} are recognised as they are.</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the files, size, proportions, kind, bits, JPEG quality and subsampling, EXIF block, camera, program, tones, blur, contrast, tint and rim are looked at, nothing else; proportions, kind, bits, subsampling and what the EXIF block says are told, but whether the network uses them is not tested.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One channel has {largest:.0f} % of the weight, so the map is mostly this channel.</source>
        <extracomment>cnnstudio.explain.pixels.score_cam</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image of shape (1, C, H, W) in floating point is needed, not {dtype} of shape {shape}.</source>
        <extracomment>cnnstudio.explain.pass_hooks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other images that become {name} with it</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture with scale and caption</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties of the files</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank correlation with the map of the least likely class: up to {specific} about the class, from {unspecific} on the same whatever the class.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relies on a shortcut</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise of the score of {name} on other images with it</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets every map of a layer to nothing in turn, and weighs it by how much the score falls; needs no gradients (Ramaswamy and Desai 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares the difference between the score of the image and that of an empty one out to the pixels; how far they fail to add up is told (Sundararajan et al. 2017).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows at which pixels the smallest change would move the score most, up or down (Simonyan et al. 2013).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the network the image through every map of a layer, and weighs the map by the score it gets then; needs no gradients (Wang et al. 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the maps of a layer have in common most, whatever the class (Muhammad and Yeasin 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled pixels</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since epoch {begun}{gap} more than half {words}: {at}, {share} at last.</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that need not belong to the class goes with it in the images, and the network&apos;s answers change when it is taken away or put into other images.</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that need not belong to the class goes with it in the images; the network&apos;s answers hardly depend on it, or no test could show that they do.</source>
        <extracomment>cnnstudio.explain.audit.words.LEVELS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes that many images of a written character share may be taken for a recurring mark; the pictures show it.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the map {total:.3g}, brought by the layer {brought:.3g}.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the images of {name} and the others with the same camera and light, or train with random changes of colour; then audit again.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this map with care. In doubt: {doubtful}{rough}</source>
        <extracomment>cnnstudio.explain.validation.trust_report</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off {taken_off} images that carry it, the lead of the class fell by {lost:.1f} ({control_lost:.1f} when the same was done elsewhere in the picture); its usual lead is {own_margin:.1f}.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The background alone tells {name} from the rest, but the network&apos;s answers hardly depend on it.</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class score does not depend on the pixels in a way that can be differentiated, so there are no gradients; choose Occlusion, which needs none.</source>
        <extracomment>cnnstudio.explain.pixels.question</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explanation was stopped.</source>
        <extracomment>cnnstudio.explain.pixels.question</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients at layer {found} are not finite (NaN or infinity); choose a later layer.</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients at the pixels are not finite (NaN or infinity). The weights have probably run away in training: train again with a lower learning rate, or choose Occlusion.</source>
        <extracomment>cnnstudio.explain.pixels.question</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image holds values that are not finite; check the normalisation (a deviation of 0?).</source>
        <extracomment>cnnstudio.explain.pass_hooks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image itself out of focus: colours stay, shapes go.</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer {name} is not a part of this network; take one of its own layers.</source>
        <extracomment>cnnstudio.explain.pass_hooks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s map is the same everywhere, so it does not say where.</source>
        <extracomment>cnnstudio.explain.fall_back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map adds up to the difference from the empty image within {gap:.2g} % ({steps} steps).</source>
        <extracomment>cnnstudio.explain.pixels.integrated_gradients</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is better than all {orders} random orders both in taking the answer away (a small area) and in bringing it back (a large one): yes. Better than at most half of them in both: no.</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map turned upside down has {control:.2f} with itself.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean colour of what lies around: calm, without an edge of its own.</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network draws random numbers even when it is not training; another look may differ.</source>
        <extracomment>cnnstudio.explain.grad_cam</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network goes by the background of {name}: before another background {name} is recognised in {swapped} of the images, before another one typical of {name} in {kept}.</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no ReLU, so there is nothing to guide: this is the plain gradient.</source>
        <extracomment>cnnstudio.explain.pixels.guided</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network must end in one row of class scores (1, K); it gives {what}.</source>
        <extracomment>cnnstudio.explain.pass_hooks, cnnstudio.explain.scores</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network tells {numel} classes apart; {named} are named.</source>
        <extracomment>cnnstudio.explain.inspection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The positive evidence for {subject} is spread out: no tenth of the image holds over {share:.0f} % of it.</source>
        <extracomment>cnnstudio.explain.evidence_place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pixels in a random order: colours stay, every shape is destroyed.</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, taken off</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the map plus the score without any activation at this layer, against the score itself: a gap of at most {adds_up:g} % of what the layer brings adds up.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images of {name}, so nothing can be said about it.</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {number}: this network has {count} classes (0 to {other_count}).</source>
        <extracomment>cnnstudio.explain.scores</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no colour map &quot;{name}&quot;; choose {color_map_infos}.</source>
        <extracomment>cnnstudio.explain.color_maps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no fill &quot;{fill}&quot;; choose {fills}.</source>
        <extracomment>cnnstudio.explain.trials.fills</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of file &quot;{name}&quot;; choose {known}.</source>
        <extracomment>cnnstudio.explain.map_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no method &quot;{name}&quot;; choose {methods}.</source>
        <extracomment>cnnstudio.explain.explanation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There the images of {name} differ from all others by {strength:.0f} standard deviations of what shuffled labels give (limit {limit:.1f}), and always in the same pixels, as an object does not.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were no recognised images of other classes to try it on.</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the size of the gradient: where the score is sensitive, for or against the class.</source>
        <extracomment>cnnstudio.explain.pixels.input_gradients</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map passes all {count} checks that apply to it.{rough} That is no proof that it is right.</source>
        <extracomment>cnnstudio.explain.validation.trust_report</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network gives one answer for the whole image, so no region of it can be explained.</source>
        <extracomment>cnnstudio.explain.scores</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no layer &quot;{name}&quot;. {hint}</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no weights that it could forget.</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images of {name} carry</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turbo</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turbo cannot be read with every kind of colour vision; choose another one to show to others.</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual colour vision</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual lead of {name}</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <extracomment>cnnstudio.explain.color_maps.COLOR_MAP_INFOS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak evidence: most of what this layer holds speaks against {subject}. {text}</source>
        <extracomment>cnnstudio.explain.evidence_place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every map of a layer by how much it raises the class score, and adds them up: which places spoke for the class (Selvaraju et al. 2017).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every map of a layer by its cells&apos; share in the score; for layers after their activation (Fu et al. 2020).</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has height and width in this network only passes the image on, and looks for nothing in it</source>
        <extracomment>cnnstudio.explain.fall_back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies around is continued inwards (Telea 2004).</source>
        <extracomment>cnnstudio.explain.trials.fills.FILLS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether images before an untypical background are recognised cannot be said: only {images} of the class were looked at.</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the map of {name}, the least likely class; 1.00 would be the same map.</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without blue (tritanopia)</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without boxes the object is estimated from colours and structure; where it is missed, exchanging the background exchanges parts of the object too. Images without an object, such as textures or maps, have no background: what is said of theirs means nothing.</source>
        <extracomment>cnnstudio.explain.audit.detectors.DETECTORS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without green (deuteranopia)</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without red (protanopia)</source>
        <extracomment>cnnstudio.explain.color_maps.VISIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the object: {alone}</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XGrad-CAM</source>
        <extracomment>cnnstudio.explain.explanation.METHODS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that other classes do not have</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tint that other classes do not have</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero that was added: this place lies beyond the border of the map</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy on the class&apos;s images whose background is untypical of it (control: on the typical ones)</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all classes</source>
        <extracomment>cnnstudio.explain.audit.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already a vector</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the {column} edge</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the {row} edge</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced accuracy by the background&apos;s colours and roughness alone</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced accuracy by the {title} alone</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before training</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blend of {size} neighbours, weighed by nearness</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call {call}</source>
        <extracomment>cnnstudio.explain.grad_cam</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel · height · width + row · width + column, all counted from 0</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy of row {row}, column {column}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy of {where}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation {mean:.2f}, least {likeness:.2f} ({worst})</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered at random</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covering and uncovering</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletion {own:.2f}, insertion {other_own:.2f}</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not run for this image</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does nothing when predicting; only in training are values set to 0 at random</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e^xᵢ / Σ e^xⱼ</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimates from colours and structure, see the pictures</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fonts/inter/Inter-Regular.otf</source>
        <extracomment>cnnstudio.explain.heatmap</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forgetting what was learned</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in row {row}, column {column} of the map that comes in{padded}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {gap}</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate {cell}: Σ hidden · weight + bias = {signed_sum} = {number}</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given boxes</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives a vector of shape {shape} without height and width</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives maps of 1 × 1, which have no places to compare</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {kind}, not one tensor</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hatched: not seen by the network</source>
        <extracomment>cnnstudio.explain.heatmap</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden unit</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ijk,ijk-&gt;ij</source>
        <extracomment>cnnstudio.explain.audit.object_mask</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image, map and overlay side by side, with scale and caption</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images given the class after their object was filled in (control: images of other classes)</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of other classes that take the class when changed to its value</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images that lose their class on a background untypical of it (control: on another typical one they lose it, counted off)</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the middle</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the {row} {column} corner</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k,khw-&gt;hw</source>
        <extracomment>cnnstudio.explain.pixels.ablation_cam, cnnstudio.explain.pixels.score_cam</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers that work: {name}</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legend.png</source>
        <extracomment>cnnstudio.explain.explanation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines at a quarter, half and three quarters of the scale over the image</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max({rival}{value}) = {number}, from number {first}</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean and variance measured in training</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean and variance of all {size:,} values of this image</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean and variance of {size:,} values, channels {first} to {other_first}</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {count:,} values{padded}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved {shift_px} pixels {where}</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving, adding noise, mirroring</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer of this network has height and width</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pixel&apos;s kernel reaches this place</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects of other classes given the class on its background (control: on others)</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects recognised on an untypical background (control: on a typical one)</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the positive evidence for {subject} lies in {region}</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one number z for two classes: (−z/2, z/2)</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {baselines}</source>
        <extracomment>cnnstudio.explain.pixels.settings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {fills}</source>
        <extracomment>cnnstudio.explain.pixels.settings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlay, scale and a caption in one picture</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlay.png</source>
        <extracomment>cnnstudio.explain.explanation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own peak of this map</source>
        <extracomment>cnnstudio.explain.map_figures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive evidence that lies in the object (control: its share of the image)</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities, evidence and how to make it again</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of {class_name}</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank correlation</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw.npy</source>
        <extracomment>cnnstudio.explain.explanation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs only {calls} times for this image</source>
        <extracomment>cnnstudio.explain.layer_pass</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape {shape}</source>
        <extracomment>cnnstudio.explain.pass_hooks, cnnstudio.explain.scores</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of layers forgotten</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the image</source>
        <extracomment>cnnstudio.explain.validation.deletion_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {name}</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest place of this map: {number}</source>
        <extracomment>cnnstudio.explain.heatmap</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structural similarity</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of all exponentials</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the heatmap over the image, at the image&apos;s own size, hatched where the network never looked</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest is taken off every x first, which changes no share</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest of {count:,} values = {number}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last call</source>
        <extracomment>cnnstudio.explain.grad_cam</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logit of this class, as it comes in</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the means of {count:,} maps go through {few_count:,} hidden units (ReLU) to one gate a map</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network answers {class_name} ({share:.1f} %)</source>
        <extracomment>cnnstudio.explain.map_figures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same as a TIFF of 32-bit floating point</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same in other colours</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same mark {place}</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same pixels in disorder</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same place of every input, added</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same place of every input, multiplied; a vector has one factor for a whole channel</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same small mark, at different places</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scale with its numbers</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signed numbers at the image&apos;s own size, not-a-number where never seen</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signed numbers in the layer&apos;s own cells</source>
        <extracomment>cnnstudio.explain.map_files.FILE_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {place} tenth of the image</source>
        <extracomment>cnnstudio.explain.epoch_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these images</source>
        <extracomment>cnnstudio.explain.validation.box_report</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 0.01 %</source>
        <extracomment>cnnstudio.explain.validation.change_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak evidence: mind the numbers</source>
        <extracomment>cnnstudio.explain.heatmap</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {alpha:g} · (eˣ − 1)</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {negative_slope:g} · x</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {number} · x (a learned slope)</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · weight</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · Φ(x) = x · (1 + erf(x / √2)) / 2</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bracketed} · (1 + erf({number} / 1.414)) / 2</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bracketed} · min(max(0, {number}), 6) / 6</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts} {noun}s, one behind the other</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {other_count} images of {name} carry</source>
        <extracomment>cnnstudio.explain.audit.mark_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {columns_count} pixels of each map reach this place with their kernels&apos; rows {listed} and columns {other_listed}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} should be {wanted}, not {getattr!r}.</source>
        <extracomment>cnnstudio.explain.pixels.settings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <extracomment>cnnstudio.explain.audit.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} images with {share} of their evidence {part}: {right} of them are recognised ({accuracy_right}), of the {others_images} other images {others_right} ({other_right}).</source>
        <extracomment>cnnstudio.explain.audit.clusters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} images without evidence for the class; {right} of them are recognised.</source>
        <extracomment>cnnstudio.explain.audit.clusters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} objects of the class and as many others were cut out ({objects}) and put on the background of another image, its own object filled in. {control} On a background typical of the class {kept} kept their class, on one that is not {swapped}; of the other objects {drawn} took the class on its background and {other_control} without. The gap of {gap} lies between {least} and {most} (95 %); changes this one-sided come by chance in {chance} of cases. From the colours and the roughness of the background alone this class is told from the rest with a balanced accuracy of {told} (by chance 50 %). In photographs where the object reaches the rim, part of it counts as background: judge by the pictures.</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method_info} does not show all layers at once; choose {cam_methods}.</source>
        <extracomment>cnnstudio.explain.inspection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (call {call} of {calls})</source>
        <extracomment>cnnstudio.explain.layer_trace</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the last layer with height and width before the classifier</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} rather than any other class</source>
        <extracomment>cnnstudio.explain.explanation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} rather than {class_name}</source>
        <extracomment>cnnstudio.explain.explanation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, stage {stage}</source>
        <extracomment>cnnstudio.explain.pass_hooks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}.stages.{number}</source>
        <extracomment>cnnstudio.explain.pass_hooks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{noun} {cell} is {noun} {inner} of input {port}</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} &gt; 0, so it stays</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ≤ 0, so {below}</source>
        <extracomment>cnnstudio.explain.walk_points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outline} gives {map} values; there is none at {cell}.</source>
        <extracomment>cnnstudio.explain.walk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own}, answer {plain}</source>
        <extracomment>cnnstudio.explain.audit.background_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} In its place, parts of the image are hidden in turn (Occlusion).</source>
        <extracomment>cnnstudio.explain.fall_back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, so no layer can say where.</source>
        <extracomment>cnnstudio.explain.fall_back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right:,} of {images:,} right{share}</source>
        <extracomment>cnnstudio.explain.audit.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {images} images of {name} are recognised.</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} Whether the network uses it was not tested.</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {images} images of other classes were changed to the class&apos;s value: {towards} were given the class then, {away} when they were changed as much the other way.</source>
        <extracomment>cnnstudio.explain.audit.file_properties</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0f} % of the positive evidence for {subject} lies in the {place} tenth of the image.</source>
        <extracomment>cnnstudio.explain.evidence_place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown_name} is shown before its activation; {other_shown_name} shows what the next layers receive.</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown_name} is the image itself; choose a layer behind it.</source>
        <extracomment>cnnstudio.explain.target_layer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} That is more than {wanted:g} %: mind small details.</source>
        <extracomment>cnnstudio.explain.pixels.integrated_gradients</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} of {target}{where}; end of the scale: {scale}.</source>
        <extracomment>cnnstudio.explain.map_figures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} No place speaks for {name}: the evidence is weak everywhere.</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} The positive evidence is spread over the whole picture: the strongest ninth, {part}, holds {share} of it ({area} if it were spread evenly).</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} {share} of the positive evidence lies {part}, {area} of the picture{rim}.</source>
        <extracomment>cnnstudio.explain.audit.map_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} It keeps a part of its shape because {title} adds up positive parts only: where activations are strong it is bright, whatever was learned. Compare it with Grad-CAM or HiResCAM of the same layer.</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} {title} is known for this: take it for a drawing of edges.</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ of {count:,} exponentials = {number} ({own})</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ over {count} channels: {signed_sum} = {number}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ value · share = {number}</source>
        <extracomment>cnnstudio.explain.walk_windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ value · weight over {count:,} values = {number}</source>
        <extracomment>cnnstudio.explain.walk_vectors</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = {mean:.2f} with half forgotten, {means:.2f} with all</source>
        <extracomment>cnnstudio.explain.validation.randomisation_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>The classes or splits of {count:,} images do not follow from the folder, and a script would have to name each of them. Put the images into one folder a class and train again, or export another format.</source>
        <extracomment>cnnstudio.export.training_code.division</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export_menu</name>
    <message>
        <source>A folder with a heatmap of every image, their scores and a manifest</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script that makes this map again with PyTorch alone</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figure: image, map, overlay</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the list…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, numbers and a description of the map on show</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Python…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side, with the scale and a caption</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heatmap over the image, as large as the image</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same script as a file</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This heatmap…</source>
        <extracomment>cnnstudio.ui.inspector.exporting.menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export_words</name>
    <message>
        <source>Made with the weights after epoch {epoch}, not with the best ones.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with the weights before training, not with the best ones.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page shows a mean over the last pictures; this is the map of the single one.</source>
        <extracomment>cnnstudio.ui.inspector.exporting.words</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>field_texts</name>
    <message>
        <source>16 bits (bfloat16)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits (float32)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU (MPS)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilinear</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary (one output)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kaiming</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA GPU (CUDA)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest pixel</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only 0 to 1</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only −1 to 1</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own range</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s own</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random changes to training images, ready-made from nothing to strong; what would harm these images is left out.</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network on the canvas, ready-made ones and your own, fitted to the images.</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With tanh</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros (learns nothing)</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inspector_tabs</name>
    <message>
        <source>Audit</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <extracomment>cnnstudio.ui.inspector.tabs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>map_controls</name>
    <message>
        <source>All layers</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All methods</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the list</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeliest classes</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image with one map</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One map</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first images of the list at the left</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same image with every state of the weights the run keeps</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same method at every layer</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same question put to every method</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two images, or two runs, with the same zoom and pointer</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for each of the likeliest classes</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class-agnostic</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails sanity check</source>
        <extracomment>cnnstudio.ui.inspector.map_controls</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>
{input} / {groups} = {inputs:g} channels a group</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (or a single one)</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({after:.0f} times)</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Choose a larger batch size in the recipe, or another normalisation.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Choose larger images.</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Did you mean &apos;{lowered}&apos;?</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> There are: {name}.</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> after {listed}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> over {input:,}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(x − mean) / √(variance + {eps:g})</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, connected to nothing before it</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, stride {short_pair},</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with padding {height} × {width}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {groups} groups</source>
        <extracomment>cnnstudio.network.kinds.convolution, cnnstudio.network.kinds.transposed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 with probability {value:g}, else x / (1 − {value:g}) = {other_p:.3g} · x</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 value</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 classes, one logit z for both: (−z/2, z/2)</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block&apos;s name needs at least one letter, digit or sign that can be seen.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer&apos;s name needs at least one letter, digit or sign that can be seen.</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has at most {limit:,} blocks.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has at most {limit:,} comments.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has at most {limit:,} layers.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network&apos;s name cannot have {group} in it.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network&apos;s name has at most {limit} characters, and this one has {count}.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Input</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Output</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add block</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add comment</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {layer_kind}</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input shape is channels, height and width, such as 3,64,64.</source>
        <extracomment>cnnstudio.network.fitting, cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another block is already called {name}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another layer is already called {cleaned}.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <extracomment>cnnstudio.network.exported_program_reader, cnnstudio.network.onnx_outline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change comment</source>
        <extracomment>cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {last} to {layer}</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the middle</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve {block}</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the images</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to {classes} classes</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to {input_shape}</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold into a block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the layers taken over</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {port} of {target} is already connected to {holder}.</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert 1×1 convolution with {wanted} feature maps{step} before input {index}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Dense with {classes} units</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Dense with {wanted} units before input {index}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Dense with {wanted} units before input {wrong}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Flatten</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert Flatten and Dense</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert ReLU</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert adaptive average pooling to {size} before input {wrong}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert global average pooling</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert global average pooling and Dense</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert max pooling {window}×{window} before {layer}</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {layer_kind}</source>
        <extracomment>cnnstudio.network.edits, cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {titles}</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the size (same)</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in_features follow</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the layers taken over learn</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer down</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer up</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} blocks</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} layers</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arrives at {layer}: connect the last layer to it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can follow {source}: it is the network&apos;s end.</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes before {layer}: connect it first.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes before {layer}: it cannot move up.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing follows {layer}: it cannot move down.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening an ONNX file needs the library onnx: pip install onnx</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {noun}</source>
        <extracomment>cnnstudio.network.pasting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling {level} is left out: one pixel remains before it.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling {number} is left out: one pixel remains before it.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove comment</source>
        <extracomment>cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} comments</source>
        <extracomment>cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} layers</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename block</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace network</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set classes to {channels}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set dilation of {layer} to {gap}</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set groups to 1</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set groups to {groups}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set in_features to {channels}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set kernel size to {kernel}</source>
        <extracomment>cnnstudio.network.design_checks, cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set num_groups to 1</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set num_groups to {groups}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set out_channels to {multiple}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set out_features of {dense} to {classes}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set output padding to {short_pair}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set padding to 0</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set padding to {short_pair}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set padding to {short_pair} instead of same</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set pieces to {number}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set repeat count</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set size to {rest}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set size to {smaller}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set stride to 1</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the repeat count of {block} to 1</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the repeat count of {repeated} to {number}</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the repeat count to 1</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set window size to {smaller}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set window size to {wider}</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set window size to {window}</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {mid_sentence}</source>
        <extracomment>cnnstudio.network.edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file leaves the image size open; {usual_px} pixels are taken.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution and the second stage have stride 1 instead of 2, so that something is left of images under 64 pixels.</source>
        <extracomment>cnnstudio.network.preset_blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution is 3×3 with stride 1 instead of 7×7 with stride 2, so that something is left of images under 64 pixels.</source>
        <extracomment>cnnstudio.network.preset_blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution is {kernel}×{kernel} with stride {stride} instead of 11×11 with stride 4, which would leave too little of images under 128 pixels.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first convolution pads by 2, as is usual for images under 32 pixels.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last feature map is pooled to {size}×{size} instead of {published}×{published}; the first dense layer has that much fewer weights.</source>
        <extracomment>cnnstudio.network.preset_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Input, so no image can enter it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Input: add one first.</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Output, so no class can come out of it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no Output: add one first.</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {whole:,} weights and {training_images:,} training images, {other_whole:,} weights for each image: it can learn them by heart. {largest} alone has {weight:,}. Make it smaller, add images or augmentation, or expect overfitting.</source>
        <extracomment>cnnstudio.network.capacity_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in {file} cannot be used</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was saved by a newer version of the program (schema_version {version}); this one reads up to {schema_version}. Update the program to open it.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long to be a network.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values that {layer} averages each saw only {field} × {field} of the image&apos;s {side} × {sides} pixels (their receptive field): the network can tell textures apart, but no shape larger than that. At least {wanted} pixels are wanted: pool earlier, or spread a kernel by dilation.</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights called {name} to download.{suggestion}</source>
        <extracomment>cnnstudio.network.published_weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a layer {checked}.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a network {present}. Choose another name or replace it.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something with the id {some_id}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no block {name_or_id}.{suggestion}</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comment {comment_id}.</source>
        <extracomment>cnnstudio.network.annotations, cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comment {id}.</source>
        <extracomment>cnnstudio.network.annotations, cnnstudio.network.comment_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection from {source} to {target}.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no free name like {name}.</source>
        <extracomment>cnnstudio.network.pasting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer kind {name}.{suggestion}</source>
        <extracomment>cnnstudio.network.registry</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {name_or_id}.{hint}</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {name} to freeze.{suggestion} Those with weights are {known}.</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {node_id}.{suggestion}</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network {name} of yours.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset {name}.{suggestion}</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These layers cannot be one block: {complaint}.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use global average pooling instead of Flatten</source>
        <extracomment>cnnstudio.network.capacity_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use group normalisation</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use group normalisation instead</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {title}</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {title} instead</source>
        <extracomment>cnnstudio.network.misfit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its repeats the network would have {size:,} layers; at most {limit:,} are possible.</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border around something else than height and width</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that cuts pixels off</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that is not counted</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border that is not zeros</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cumulative average</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dilation</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a direction taken away</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a divisor of its own</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor that is not whole</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mean of a part of the values</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new direction</source>
        <extracomment>cnnstudio.network.import_rules, cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new size that is no multiple of the old one</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of a value</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the image flattened</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shape that is worked out from the data</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slope each</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a very large number</source>
        <extracomment>cnnstudio.network.names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all learns</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha {alpha:g}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output size of its own</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an uneven border</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another direction than height and width</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another direction than the channels</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another factor than 1</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another number of directions than height and width</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another order of the values than flattening</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another slope than 1/6</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are {count} values, and a network here takes one image.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are {count}, and a network here has one.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to the collection {domain}, which is not known here. Export the network with ONNX&apos;s own operators.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best of {pieces}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can pad by at most half its window, {kernel} × {other_kernel}, and is set to {short_pair}.</source>
        <extracomment>cnnstudio.network.kinds.pooling</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot cut {rows} × {columns} pixels from {where} of {height} × {width}.</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot keep the size with stride {short_pair}: padding &apos;same&apos; needs stride 1.</source>
        <extracomment>cnnstudio.network.kinds.convolution</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels / {reduction}</source>
        <extracomment>cnnstudio.network.kinds.attention</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dilation {short_pair}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit a layer here: {reason}</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e^xᵢ / Σ e^xⱼ{over}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each channel: {dropout_formula}</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarging by {mode}</source>
        <extracomment>cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects a vector and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.dense, cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects channels × height × width and gets {shape}.</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects colour images, {input_channels} channels, and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects inputs of the same height and width and gets {all_shapes}.</source>
        <extracomment>cnnstudio.network.kinds.merge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects inputs of the same shape and gets {all_shapes}.</source>
        <extracomment>cnnstudio.network.kinds.merge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects inputs of the same shape, or volumes and one value for each of their channels, and gets {all_shapes}.</source>
        <extracomment>cnnstudio.network.kinds.merge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {channels:,} channels and gets {other_channels:,}.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {classes:,} values, one a class{either}, and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {in_features:,} values and gets {arriving}.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {per_group:,} channels and gets {channels:,}.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expects {wanted:,} values and gets {input:,}.</source>
        <extracomment>cnnstudio.network.kinds.dense</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature map</source>
        <extracomment>cnnstudio.network.fitting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze layers</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives a value that is there already. Export the network again.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives more than one result, and a layer here gives one. Import a network without it.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives nothing, or a value that is there already. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {shape}, and a network here ends with one value a class. Import a network that classifies images.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {shape}, which no machine could hold.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a setting of the type {kind}, which is not known here. Import a network without it.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more settings than are known here. Import a network without this step.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no learned weights of its own. Import a network whose layers learn theirs.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has nothing left after its padding of {short_pair}: {side} × {sides} pixels would become {rows} × {columns}.</source>
        <extracomment>cnnstudio.network.kinds.transposed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has version {major}, and {schema_major} is read here. Export the network as an ONNX file instead.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {count:,} steps; at most {limit:,} can be read.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {setting}, which no layer here has. Import a network without it.</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a negative size. Export the network again.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have weights of an open size. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height {axe}
width {axes}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an operation for which there is no layer here. Import a network without it.</source>
        <extracomment>cnnstudio.network.import_assembly, cnnstudio.network.onnx_operations, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no batch of images (N, channels, height, width). Import a network that takes images.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not made for images of height and width. Import a network for images.</source>
        <extracomment>cnnstudio.network.import_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one layer too many: a network has at most {limit:,} layers.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say how many channels its images have. Export it with a fixed number of channels.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no output.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} inputs, and a network here takes one image.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} outputs, and a network here has one.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data leaves and comes back at {name}, past a layer that is not in it</source>
        <extracomment>cnnstudio.network.blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned numbers added to a layer that has none</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the image size open. Export the network with a fixed one.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits {low} and {high}</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {height} · {width} = {other_height:,} values a channel, {channels:,} channels</source>
        <extracomment>cnnstudio.network.kinds.pooling</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplies two layers as matrices, for which there is no layer here. Import a network without it.</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs an output padding below its stride or its dilation ({stride}), not {extra}.</source>
        <extracomment>cnnstudio.network.kinds.transposed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least {kernel} × {other_kernel} pixels for its {third_kernel} kernel and gets {height} × {width}{padded}.</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least {least_side} × {least_side} pixels and gets {height} × {width}.</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs at least {side} × {side} pixels for its kernel and gets {height} × {width}.</source>
        <extracomment>cnnstudio.network.kinds.fixed_kernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs input channels that divide by its {groups} groups and gets {channels}.</source>
        <extracomment>cnnstudio.network.kinds.convolution</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs more than one value in each of its {groups} groups and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs output channels that divide by its {groups} groups, and {out_channels} do not.</source>
        <extracomment>cnnstudio.network.kinds.convolution</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {noun} that divide by its {groups} groups and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {noun} that divide by its {pieces} pieces and gets {input}.</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer repeats</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no running statistics</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scale and shift</source>
        <extracomment>cnnstudio.network.kinds.normalization, cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one scale for a whole group</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one slope</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other numbers for SELU</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other numbers in {what}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own {count}×{count}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding {short_pair}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded pixels</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {top}, column {left}</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema_version must be a whole number from 1, not {version}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets {key}, which is not known here. Import a network without this setting.</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single pixels</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope {negative_slope:g}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slopes for single values</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics of each batch</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stochastic depth</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride {short_pair}</source>
        <extracomment>cnnstudio.network.kinds.windows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a number or a weight where the output of a layer is needed. Import a network without this step.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes its kernels from another layer. Import a network whose kernels are learned.</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no input: it is the network&apos;s start</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes {name}, which nothing before it gives. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader, cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the border {mode}</source>
        <extracomment>cnnstudio.network.onnx_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the middle</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the places of the largest values as its result</source>
        <extracomment>cnnstudio.network.torch_operations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {output_size}</source>
        <extracomment>cnnstudio.network.kinds.pooling</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses the same weights as another layer, and here each layer has its own. Import a network without shared weights.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole number</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with tanh</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would give {shape} = {other_shape:,} values for one image, more than {limit:,}.</source>
        <extracomment>cnnstudio.network.shapes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have {weights:,} weights; at most {limit:,} are possible. Make its input smaller first.</source>
        <extracomment>cnnstudio.network.shapes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else slope · x</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {alpha:g} · (eˣ − 1)</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x for x &gt; 0, else {negative_slope:g} · x</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · sigmoid(W₂ · ReLU(W₁ · mean(x) + b₁) + b₂)</source>
        <extracomment>cnnstudio.network.kinds.attention</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · Φ(x) = x · (1 + erf(x / √2)) / 2</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after} (before: {before})</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be closed: {complaint}.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be repeated: {complaint}.</source>
        <extracomment>cnnstudio.network.block_edits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be repeated: {repeat_complaint}.</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block} cannot be shown as one layer: {complaint}.</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block}: runs {after} instead of {before}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels:,} values</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels} · {height} · {width} = {other_channels:,} values</source>
        <extracomment>cnnstudio.network.kinds.image_input</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes:,} classes</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes:,} classes, one logit each</source>
        <extracomment>cnnstudio.network.kinds.output</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts}max of every {pieces}</source>
        <extracomment>cnnstudio.network.kinds.activation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers</source>
        <extracomment>cnnstudio.network.pasting</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers feed it, and what is repeated has one input</source>
        <extracomment>cnnstudio.network.blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers: {kinds}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of its layers lead out ({names}), and a block has one way out</source>
        <extracomment>cnnstudio.network.blocks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {what} left out: it does nothing when predicting.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end} has {classes} classes and the image folder has {other_classes}.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be imported: it has {count:,} operations; at most {limit:,} can be read.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frozen} of {count} frozen</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{height} × {width} pixels</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} · {out_features}{bias} = {linear_weights:,} weights</source>
        <extracomment>cnnstudio.network.kinds.dense</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{known_as}: stands after {listed} instead of {other_listed}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} through {titles}</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} feeds several layers: lead its wires by hand.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} follows {first} without an activation between them: the two together can do no more than one.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has a {kernel} kernel and gets {height} × {width} pixels: only {useful} of its {other_kernel} values ever come over a pixel, the others over padding.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has a {window} window and gets {gets}: the window reaches over the border everywhere, and there is nothing left to pool. Pool less often before, or use larger images.</source>
        <extracomment>cnnstudio.network.sight_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no shape yet: its own input is missing or does not fit.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has no weights that could be frozen.</source>
        <extracomment>cnnstudio.network.freezing_layers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is a second {kind}, and a network has one: {first} is used.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not connected: nothing arrives at it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not connected: the image goes nowhere. Connect it to the first layer.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is not connected: what it computes is not used. Connect it to a next layer.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} joins several wires: lead them by hand.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} learned from photographs of {known} pixels and gets {side}: it will recognise less. Prepare images with {known} × {known} pixels, or at least half of it.</source>
        <extracomment>cnnstudio.network.backbone_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} needs at least {needed} inputs and has {given}: connect another layer to it.</source>
        <extracomment>cnnstudio.network.connection_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} needs several values of each channel and gets one: a batch of one image with one pixel a channel. The training stops there.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stands before the output: the loss (cross-entropy) applies softmax by itself, and twice makes learning slow.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stands behind the last layer with weights: it sets values of whole classes to 0 at random, which is noise in the answer and not in what it is made of. Dropout belongs before that layer.</source>
        <extracomment>cnnstudio.network.head_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stands right before the output: the values of the classes (logits) must be free to be any number, negative ones too, and it changes them.</source>
        <extracomment>cnnstudio.network.head_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} stays at its end of the network.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} still belongs to {around}: take it out first.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} still has connections: remove them first.</source>
        <extracomment>cnnstudio.network.graph</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} takes its mean over the images of a batch, and a batch has one image: training and predicting will not agree.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} takes its mean over {values} values of each channel (batches of {images} images, {pixels} each): that is mostly chance, and at least {fewest_values} are needed.</source>
        <extracomment>cnnstudio.network.batch_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, run {number} times, {complaint}</source>
        <extracomment>cnnstudio.network.block_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{multiplier} a channel, </source>
        <extracomment>cnnstudio.network.kinds.depthwise</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name_or_file} is neither a preset nor a .json file of a network (.onnx and .pt2 files can be opened as well).{hint}</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be a network&apos;s name: choose another.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no parameter {other_name}.{hint}</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the name of a known network. Choose another.</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a whole number or two of them (rows, columns), not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a {noun}, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be between {minimum:g} and {maximum:,}, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be true or false, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {sizes} numbers, not {value}.</source>
        <extracomment>cnnstudio.network.layer_kinds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} would cut through {other}. Take all of its layers or none of them.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a block needs at least one layer.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: also takes {gained}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no longer takes anything</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no longer takes {lost}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: now takes {gained}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: takes {gained} instead of {lost}</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: takes {listed} in this order</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the position must be two numbers of at most {position_limit_px:,.0f} pixels.</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the repeat count must be between 1 and {limit}, not {repeat}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: there is no layer {node_id}.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {layer} cannot be part of a block. Leave it out of the selection.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node_id} cannot be an id: use letters, digits and underscores.</source>
        <extracomment>cnnstudio.network.node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{num_groups} groups</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} times</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origin} cannot be imported: {sentence}</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} has the same layers already.</source>
        <extracomment>cnnstudio.network.annotations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out_features:,} units</source>
        <extracomment>cnnstudio.network.kinds.dense</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be deleted: {reason}.</source>
        <extracomment>cnnstudio.network.own_networks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} describes a network that is too large to be shown.</source>
        <extracomment>cnnstudio.network.exported_program_reader, cnnstudio.network.onnx_outline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no network. Export it again.</source>
        <extracomment>cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no ONNX file, or it is damaged. Export the network again.</source>
        <extracomment>cnnstudio.network.onnx_outline, cnnstudio.network.onnx_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no ONNX file: it has {size:,} bytes.</source>
        <extracomment>cnnstudio.network.onnx_outline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no exported program, or it is damaged. Export the network again.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no exported program: it has no single {program_member}. Save it with torch.export.save.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lists too many parts for an exported program.</source>
        <extracomment>cnnstudio.network.exported_program_reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan}: {count} stages, of which {frozen} keep their weights</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
2 · {input} = {inputs:,} weights</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
2 · {sides} = {input:,} weights</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
{channels} → {few} → {channels}: 2 · {channels} · {few} + {few} + {channels} = {weights:,} weights</source>
        <extracomment>cnnstudio.network.kinds.attention</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}
{height} × {width} pixels -&gt; {rows} × {columns} places, one for each {window} pixels
{weights:,} weights, {learned:,} of them learn</source>
        <extracomment>cnnstudio.network.kinds.backbone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule} · scale + shift</source>
        <extracomment>cnnstudio.network.kinds.normalization</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}
{input} · {multiplier} = {inputs:,} channels</source>
        <extracomment>cnnstudio.network.kinds.depthwise</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is already connected to {target}.</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} → {target} would close a circle; data flows one way only.</source>
        <extracomment>cnnstudio.network.graph_view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} takes {takes} and the images are {input_shape}.</source>
        <extracomment>cnnstudio.network.design_checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, in “{block}”</source>
        <extracomment>cnnstudio.network.difference_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} does not fit images of {shape}</source>
        <extracomment>cnnstudio.network.presets</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}&apos;s weights are not on this computer: {megabytes:.1f} MB. Download them with the button in the layer&apos;s form or &apos;cnnstudio weights download {name}&apos;; EfficientNet-Lite0 comes with the program and works offline.</source>
        <extracomment>cnnstudio.network.published_weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, let in_features follow</source>
        <extracomment>cnnstudio.network.mends</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{upper} and {lower} are not in the same block: dissolve the block first.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{upper} feeds several layers: lead its wires by hand.</source>
        <extracomment>cnnstudio.network.chain_moves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of zeros added at this border.</source>
        <extracomment>cnnstudio.network.kinds.resizing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has an unknown field {name}.{suggestion}</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has settings that cannot be read.</source>
        <extracomment>cnnstudio.network.import_assembly</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has {count:,} entries; at most {limit:,} are allowed.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} lacks the field &apos;{name}&apos;.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be a JSON object, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be a list, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be a number of pixels, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be text, not {value}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}.folded must be true or false, not {folded}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}.port must be a whole number, not {port}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}.repeat must be a whole number, not {repeat}.</source>
        <extracomment>cnnstudio.network.document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ value · pixel</source>
        <extracomment>cnnstudio.network.kinds.fixed_kernel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>A newer version of CNN Studio saved this project. What this version does not know is not used, and is kept when the project is saved.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run in {name} cannot be used: {reason}</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All this is too large for one project file: {limit:.0f} GB and {parts:,} parts are the most. Pack fewer runs, or only their results.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has recovered this already.</source>
        <extracomment>cnnstudio.project.recovery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that are not saved cannot be kept for a crash: {reason}</source>
        <extracomment>cnnstudio.project.journal</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup of {name} could be kept: {reason}</source>
        <extracomment>cnnstudio.project.backups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving was stopped. Nothing was changed.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <extracomment>cnnstudio.project.reading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} of a run is damaged and has no copy that is whole. Take it from a copy of the run.</source>
        <extracomment>cnnstudio.project.run_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in {name} cannot be opened: {reason}</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot be saved: {reason}</source>
        <extracomment>cnnstudio.project.writing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} cannot be packed: its file {name} is missing or damaged.</source>
        <extracomment>cnnstudio.project.run_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} cannot be packed: {reason}.</source>
        <extracomment>cnnstudio.project.run_files</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} cannot be unpacked into {folder}: {reason}.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thumbnail {name} is no PNG of at most 512 pixels.</source>
        <extracomment>cnnstudio.project.writing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {run} in {name}.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup cannot be brought back. {reason}</source>
        <extracomment>cnnstudio.project.backups</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking was stopped. Nothing was changed.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part has properties that no project has</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a part twice</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {limit:,} parts</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds something that no project has</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {limit:.0f} GB</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too short</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is missing</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network has {weights:,} weights; {limit:,} are the most.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts overlap or have gaps</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of contents does not fit</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights {name} do not fit its network.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a class has characters that cannot be shown.</source>
        <extracomment>cnnstudio.project.unpacking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <extracomment>cnnstudio.project.archive</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: a decision is about a file outside the image folder.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: it names a run twice.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: {problem}.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has too many values.</source>
        <extracomment>cnnstudio.project.strict_json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds a number that is too large.</source>
        <extracomment>cnnstudio.project.strict_json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it lacks its part {part}. Take it from a copy or a backup.</source>
        <extracomment>cnnstudio.project.archive</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: its part {part} is not what was saved. Take it from a copy or a backup.</source>
        <extracomment>cnnstudio.project.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is nested more than {limit} levels deep.</source>
        <extracomment>cnnstudio.project.strict_json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file of weights.</source>
        <extracomment>cnnstudio.project.weights_header</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project of CNN Studio.</source>
        <extracomment>cnnstudio.project.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project of CNN Studio: it has no {part}.</source>
        <extracomment>cnnstudio.project.archive</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project that CNN Studio saved, or it is damaged: {reason}. Take it from a copy or a backup.</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the description of a project.</source>
        <extracomment>cnnstudio.project.documents</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was saved by a newer version of CNN Studio (format {version}; this one reads {known}). Update the program to open it; until then it is left as it is.</source>
        <extracomment>cnnstudio.project.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} changed while it was saved. Save again.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} contradicts the table of contents</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is packed in an unknown way</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is packed out of all proportion</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is too large</source>
        <extracomment>cnnstudio.project.zip_directory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is too large for a project file: {size:.1f} MB, and {limit:.0f} MB are allowed.</source>
        <extracomment>cnnstudio.project.zip_writer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recipe_group</name>
    <message>
        <source>off</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>cnnstudio.ui.field_texts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>run_facts</name>
    <message>
        <source>Augmentation</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept epochs</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not: {differences}</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started from</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over: {layers}</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best epoch was chosen on these same images, so this figure is slightly flattering. Test images, which played no part, tell the rest.</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of single epochs, to look back at under Epochs in Look inside.</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} of {all}</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ({size} MB)</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} of {all} layers</source>
        <extracomment>cnnstudio.ui.runs.facts</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source> They were validated on different images, which may make a difference of its own.</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {count:,} of {group_count:,} folds are missing.</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of {ours:,} layers instead of {theirs:,}, different in {count:,} places</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A state with the key {key!r} cannot be saved in a run.</source>
        <extracomment>cnnstudio.runs.state_document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of the type {name} cannot be saved in a run.</source>
        <extracomment>cnnstudio.runs.state_document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count:,} trainings came to {mean}: the validation images are too few or too easy to show what another seed changes.</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNN Studio run</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create a run in {directory}: {reason}.</source>
        <extracomment>cnnstudio.runs.store</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create a run in {directory}: {reason}. Choose a folder you may write to.</source>
        <extracomment>cnnstudio.runs.store</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot delete {path}: {reason}.</source>
        <extracomment>cnnstudio.runs.deletion</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot keep an epoch in {folder}: {reason}.</source>
        <extracomment>cnnstudio.runs.kept_epochs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read {directory}: {reason}.</source>
        <extracomment>cnnstudio.runs.summaries</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save {path}: {reason}. The run stays as it was.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes {class_names} instead of {b_class_names}</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every image</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every image of these folds</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images: {count:,} in common; {listed}</source>
        <extracomment>cnnstudio.runs.images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known how the trainings of {file} go on: {reason}</source>
        <extracomment>cnnstudio.runs.group_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {where} {letter} alone is right {times}, {other_letter} alone {other_times}. The difference is {difference:+.1f} points (95 % interval {low} to {high}).</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training alone says nothing of what chance does; {count:,} are missing.</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds and folds cannot be compared: the folds were judged on other images. Train both with seeds, or both on the same folds.</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images in {folder} have changed</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks cannot be compared: {reason}</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan of {key}</source>
        <extracomment>cnnstudio.runs.group_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of {path} cannot be read ({reason!r}).</source>
        <extracomment>cnnstudio.runs.summaries</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be opened. {reason}</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {file} is being trained now. Stop the training first.</source>
        <extracomment>cnnstudio.runs.deletion</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {folder} has no weights yet: its training ended before its first epoch did.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {path} cannot be resumed: its training ended before anything was saved.</source>
        <extracomment>cnnstudio.runs.checkpoint</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} is being trained by another window or program. Wait for its end, or stop it there.</source>
        <extracomment>cnnstudio.runs.training_lock</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same image files with other labels or in other splits</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved state cannot be read: {reason!r}.</source>
        <extracomment>cnnstudio.runs.state_document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {name} are not finite numbers any more, so they are not saved; the last saved ones are kept.</source>
        <extracomment>cnnstudio.runs.weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were validated on different images. The 95 % intervals are {range} for {letter} and {other_range} for {second_letter}.</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the type {dtype} cannot be saved.</source>
        <extracomment>cnnstudio.runs.tensor_file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of epoch {epoch} cannot be read. {reason}</source>
        <extracomment>cnnstudio.runs.kept_epochs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With 95 % confidence the mean over ever more seeds lies from {low} to {high} (Student&apos;s t). All were judged on the same validation images, so the chance in those is not in this interval.</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has, but the network does not,</source>
        <extracomment>cnnstudio.runs.weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in another split</source>
        <extracomment>cnnstudio.runs.images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 0.1 %</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped early</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record</source>
        <extracomment>cnnstudio.runs.record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same {images:,} images</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {images:,} images that both were validated on (of {all_images:,})</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {val_accuracy}</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with another label</source>
        <extracomment>cnnstudio.runs.images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with other pixels</source>
        <extracomment>cnnstudio.runs.images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} times</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} That can be chance: two equally good networks differ as much in {chance} of the cases (McNemar&apos;s exact test).</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} That can be the luck of the seeds: it happens in {chance} of the cases when both are equally good (Welch&apos;s test).{images}</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} {better} is really better: seeds alone make such a difference in {chance} of the cases (Welch&apos;s test).{images}</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} {better} is really better: two equally good networks differ as much in {chance} of the cases (McNemar&apos;s exact test).</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done:,} of {words}</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <extracomment>cnnstudio.ui.runs.columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every} was judged once, by a network that had not learned from it: {right:,} of {judged:,} are right, {group_right} (95 % interval {low} to {high}).</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} of this run {were} damaged or missing; the second {copies} kept beside it gave everything back. Check the disk.</source>
        <extracomment>cnnstudio.runs.store</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is damaged: its manifest names no {role}.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a run: there is no {manifest_name} in it.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{get:,} {split} images instead of {other_get:,}</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is one training, and nobody knows what chance did in it. Train it with several seeds too, then both can be compared.</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:.1f} to {high:.1f} %</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mean:.1f} % ± {deviation:.1f} % ({count} seeds)</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{means}. The difference is {difference:+.1f} points (95 % interval {low} to {high}).</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {first_problem}.</source>
        <extracomment>cnnstudio.runs.record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used: it does not hold a run&apos;s predictions ({reason}). Evaluate the run again.</source>
        <extracomment>cnnstudio.runs.predictions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not fit the network: it {what} {unequal}.</source>
        <extracomment>cnnstudio.runs.weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not fit the network: {key} is {got} {other_got} instead of {wanted} {other_wanted}.</source>
        <extracomment>cnnstudio.runs.weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds {count:,} tensors; more than {limit:,} are not read.</source>
        <extracomment>cnnstudio.runs.tensor_file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it is not the list of a run&apos;s images ({reason}).</source>
        <extracomment>cnnstudio.runs.images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file of weights: its header is missing or too large.</source>
        <extracomment>cnnstudio.runs.tensor_file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file of weights: {reason}.</source>
        <extracomment>cnnstudio.runs.tensor_file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of CNN Studio (images {version}; this one reads {schema_version}). Update the program to open the run.</source>
        <extracomment>cnnstudio.runs.images</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of CNN Studio (record {version}; this one reads {schema_version}). Update the program to open the run.</source>
        <extracomment>cnnstudio.runs.record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {place} is not as it was written. Train anew.</source>
        <extracomment>cnnstudio.runs.group_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: it has {size:,} bytes instead of {member_size:,}. Take it from a copy.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: it is not the manifest of a run ({reason!r}).</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: its SHA-256 differs from the manifest&apos;s. Take it from a copy.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: its checkpoint has no weights.</source>
        <extracomment>cnnstudio.runs.checkpoint</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: its checksum does not fit. Take it from a copy of the run.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: its hash differs from that in its name. Epoch {epoch} cannot be looked at; take the file from a copy of the run, or delete it.</source>
        <extracomment>cnnstudio.runs.kept_epochs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is missing. Take it from a copy of the run.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was saved while it was read.</source>
        <extracomment>cnnstudio.runs.store</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer version of CNN Studio (format {version}; this one reads {schema_version}). Update the program to open the run.</source>
        <extracomment>cnnstudio.runs.manifest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The training goes on from the checkpoint before it.</source>
        <extracomment>cnnstudio.runs.checkpoint</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} They do not overlap: the difference is hardly chance, but the images differ too.</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} They overlap: which is better cannot be told. Train both with the same split.</source>
        <extracomment>cnnstudio.runs.significance</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spread} is mean and standard deviation of {count:,} folds. The deviation says how much the accuracy depends on which images are kept for validation; it is no error of the mean, for the trainings share most of their images.{missing}</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spread} is mean and standard deviation of {count:,} trainings that differ in their seed alone: what chance does in the first weights, the order of the images and the random changes.</source>
        <extracomment>cnnstudio.runs.group_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {words} instead of {other_words}</source>
        <extracomment>cnnstudio.runs.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sweeps</name>
    <message>
        <source>A range of {field} in equal factors must begin above 0.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which values of {field} to try, such as {field}={example}.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>cnnstudio.sweeps.study</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {address} cannot be used: {reason}.</source>
        <extracomment>cnnstudio.sweeps.database</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sweep {name!r} cannot be read. It was made by another program, or by a newer version of CNN Studio.</source>
        <extracomment>cnnstudio.sweeps.study</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a sweep called {plan!r} already. Choose another name, or take part in it with &apos;cnnstudio worker&apos;.</source>
        <extracomment>cnnstudio.sweeps.study</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting {field!r} to try. Choose one of {fields}.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cnnstudio heartbeat</source>
        <extracomment>cnnstudio.sweeps.trial</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none,light</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small,lenet5</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sweep {name}</source>
        <extracomment>cnnstudio.sweeps.plan</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} cannot be {word!r}. Choose from {known}.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} cannot be {word!r}: {message}{other_message}.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} has no range of numbers; list its values: {field}={example}.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {points!r} is no number of points. Write such as {field}={ends}/5.</source>
        <extracomment>cnnstudio.sweeps.axes</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>A high figure alone says nothing about what a network looks at. Look at heatmaps, run the audit, and test on images from another source: an audit that finds nothing is no proof.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is to tell animals, buildings and tools apart. Open Data and click at least two photographs: do you see what the animals have in common, apart from being animals?</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for an audit</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is set. Go to Train, press Train and wait for the end; it takes less than a minute.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Look inside</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right in {stamped} of the validation images. But why? Go to Look inside and click at least two animals: where does the heatmap glow?</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the photographs</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the data</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting of the training helps: the data are at fault. In the mended copy the same photographs are without the date. With images of your own you would cut the mark off, paint it over, or leave such images out.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the mended copy</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the verdict</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where it looks</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network, the same photographs, no date. Press Train once more.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two heatmaps prove nothing. In Look inside open the tab Audit and press Audit this network: it goes through all images, and tests what it suspects by changing them.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the audit say about the animals? See what happens when the mark is taken off them, and beside it the control, the same done elsewhere. Then it is clear what the network has learned. On the tab Heatmap, the button Epochs below the image shows when it began to look there.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have seen</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the date it was right in {stamped}, without it in {mended}: the second figure is the honest one. See both trainings side by side in Runs, and look at the heatmaps again.</source>
        <extracomment>cnnstudio.ui.tour.steps</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source> Batch normalisation takes its means from the images computed at once, so the curve may differ a little.</source>
        <extracomment>cnnstudio.training.gathering</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It is at least two thirds of them in {named} as well.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The same goes for {named}.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The training images are {train_accuracy} right: they are learned by heart.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by more than {early_stopping_change:g}</source>
        <extracomment>cnnstudio.training.callbacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {megabytes:,.0f} MB were asked for at once.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {validation_images:,} validation images are too few to tell these apart.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, though {lacking}</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/sys/fs/cgroup/cpu.max</source>
        <extracomment>cnnstudio.training.cores</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; leaning a little towards the usual {usual:.2g}, that makes {rate:.2g}</source>
        <extracomment>cnnstudio.training.rate_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ROC curve needs images of the class and images of others.</source>
        <extracomment>cnnstudio.training.curves</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A probability is not a finite number from 0 on: the network&apos;s weights are damaged or have diverged.</source>
        <extracomment>cnnstudio.training.scoring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A probability is not a finite number: the network&apos;s weights are damaged or have diverged.</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {kind} lies outside the {classes} classes: {min} to {max}.</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with the weight decay kept apart from the gradient (Loshchilov and Hutter, 2019).</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels are alike</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process of this training ended without a word, or does not answer any more: it was killed, or its machine cannot be reached. What was saved last is kept: start the processes again with --resume.</source>
        <extracomment>cnnstudio.training.distributed.together</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple&apos;s GPU cannot train one network with several processes. Start it without torchrun, or choose the CPU: --device cpu.</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a rate of {fallen:.2g} the loss has made most of its fall ({start:.2f} has become {smoothed:.2f}), at {risen:.2g} {rises}. A quarter of the middle of the two, {read:.2g}, is fast and far enough from that edge for a whole training{leaning}.</source>
        <extracomment>cnnstudio.training.rate_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basics</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the labels, and try more images or augmentation.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the labels, try another learning rate or a larger network.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the initialisation Kaiming or Xavier instead of zeros, and train again.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class weights can only be balanced when the images of each class are counted.</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing precisions</source>
        <extracomment>cnnstudio.training.precision_probe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing threads</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead ReLUs</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}, step {step}</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}, validation batch {step}</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding gradients</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few validation images</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the last layer at least {label} outputs.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes from the layer</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels start at 0.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}</source>
        <extracomment>cnnstudio.training.rate_finder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning well</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No better since epoch {epoch}</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rate can be suggested: the loss only grew, from {start:.3g}, at every rate {tried}. The network starts too far off: choose another initialisation, or put batch normalisation after its layers.</source>
        <extracomment>cnnstudio.training.rate_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rate can be suggested: the loss stayed near {start:.3g} at every rate {tried}, no more than chance moves it. The network does not learn: look at its initialisation (zeros learn nothing), its activations and the labels of the images.</source>
        <extracomment>cnnstudio.training.rate_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign of trouble</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to see yet</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting since epoch {since}</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau since epoch {since}</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the validation share, or train once for each of several folds.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rare classes are not learned</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} of the history is not an object.</source>
        <extracomment>cnnstudio.training.history</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} of the history says it is epoch {epoch}.</source>
        <extracomment>cnnstudio.training.history</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} of the history: layers {place} cannot be used.</source>
        <extracomment>cnnstudio.training.history</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} of the history: recalls is {recalls!r:.80}, which cannot be used.</source>
        <extracomment>cnnstudio.training.history</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} of the history: {name} is {value!r}, which cannot be used.</source>
        <extracomment>cnnstudio.training.history</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales each weight&apos;s step by its recent gradients (Kingma and Ba, 2015). 0.001 is a usual start.</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales each weight&apos;s step by its recent gradients (Tieleman and Hinton, 2012). A usual start is 0.001 without momentum, 0.0001 with 0.9.</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the class weights to balanced</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps along the gradient, with momentum. Needs a good learning rate; 0.01 is a usual start.</source>
        <extracomment>cnnstudio.training.optimizers.OPTIMIZERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early: the validation {figure} has not {moved}{margin} for {count}; {last}.</source>
        <extracomment>cnnstudio.training.callbacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped in epoch {stopped_in}; {epochs} of {config_epochs} epochs are complete.</source>
        <extracomment>cnnstudio.training.endings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>cnnstudio.training.distributed.together</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping and saving</source>
        <extracomment>cnnstudio.training.recipe.GROUPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The binary loss is for two classes, and these images have {count}. Choose cross-entropy as the loss.</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison of precisions was stopped.</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison of threads was stopped.</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {name!r} cannot be used: {reason_not_used} Choose auto or cpu.</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation cannot be read: the confusion matrix does not fit the classes.</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation cannot be read: {reason}.</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer with such a value is</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is not a list of epochs.</source>
        <extracomment>cnnstudio.training.history</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction was stopped.</source>
        <extracomment>cnnstudio.training.predict</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processes are not about to train the same: their images, settings, weights or versions differ. Start all of them with the same command and the same program, where the image folder and the runs are the same.</source>
        <extracomment>cnnstudio.training.distributed.agreement</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for a learning rate was stopped.</source>
        <extracomment>cnnstudio.training.rate_finder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of the devices was stopped.</source>
        <extracomment>cnnstudio.training.device_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training goes on to epoch {epochs} instead of {config_epochs}.</source>
        <extracomment>cnnstudio.training.endings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {environment} processes did not find each other at {place} within {timeout_s} s ({partition}). Start all of them with torchrun, and look whether a firewall is between the machines.</source>
        <extracomment>cnnstudio.training.distributed.joining</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images to evaluate.</source>
        <extracomment>cnnstudio.training.metrics, cnnstudio.training.scoring</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no training images to try learning rates on.</source>
        <extracomment>cnnstudio.training.rate_finder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no training images. Lower the shares kept for validation and test.</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no validation images, so nothing would show whether the network learns or only memorises. Raise the validation share.</source>
        <extracomment>cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} classes, but the probabilities have the shape {shape}.</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {size} labels but {answers_size} predictions.</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no accuracy to take a mean of.</source>
        <extracomment>cnnstudio.training.repeats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device called {name!r}. Choose auto, cpu, cuda or mps.</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no optimiser {name!r}. Choose one of {optimizers}.</source>
        <extracomment>cnnstudio.training.optimizers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to train: no layer of the network has weights that may change.</source>
        <extracomment>cnnstudio.training.rate_finder, cnnstudio.training.trainer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for more epochs</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try ReLU instead of sigmoid or tanh, batch normalisation, residual connections (Add), or fewer layers.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a larger learning rate, a larger network, or less augmentation, dropout and weight decay.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a learning rate of {rounded:g} instead of {rate:g}.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a learning rate of {smaller_rate:g} instead of {rate:g}.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a learning rate of {smaller_rate:g}, LeakyReLU instead of ReLU, or batch normalisation before it.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a learning rate of {smaller_rate:g}, or a larger network if the training accuracy is too low.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try dropout, more augmentation or weight decay; the weights of epoch {epoch} are kept as the best.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try more images, augmentation or a smaller learning rate; the weights of epoch {epoch} are kept as the best.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try more images, more augmentation, dropout or a pretrained network; the weights of epoch {epoch} are kept as the best.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two trainings are compared on the same images, but there are {count:,} labels, {one_count:,} answers of the first and {two_count:,} of the second.</source>
        <extracomment>cnnstudio.training.comparison</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two trainings of each kind at least are needed to know how much chance does.</source>
        <extracomment>cnnstudio.training.repeats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later one</source>
        <extracomment>cnnstudio.training.device_causes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a measured choice cannot be remembered: the cache folder is not writable</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {epoch} epochs only {train_accuracy} of the training images are right, and the training loss falls by {value} an epoch.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier version</source>
        <extracomment>cnnstudio.training.device_causes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an older one</source>
        <extracomment>cnnstudio.training.device_causes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 could not be tried ({partition})</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 is used on processors and on NVIDIA GPUs only</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {number}</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with their weights, the gradients of {first} are {times} times smaller than those of {last}, so that the first layers hardly learn.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu:gloo,cuda:nccl</source>
        <extracomment>cnnstudio.training.distributed.joining</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda:{index}</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half of that is lost again</source>
        <extracomment>cnnstudio.training.rate_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {largest}, the gradient is {times} times as long as the weights themselves (usual is under 1), so that every step throws away what was learned.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {named} all channels have the very same weights. They answer alike and are corrected alike, so that they stay one and the same channel for ever.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {worst}, {dead_share} of the {channels:,} channels are 0 for every image. They get no gradient and seldom come back.</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was {where} in epoch {best_epoch}</source>
        <extracomment>cnnstudio.training.callbacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its part of the cores</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured to be {second:.1f} times as fast as 1</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither loss has fallen by a hundredth in 5 epochs (training {train_loss:.3g}, validation {val_loss:.3g}).</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never predicted</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nk,nk,nk-&gt;n</source>
        <extracomment>cnnstudio.training.temperature</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nk,nk-&gt;n</source>
        <extracomment>cnnstudio.training.temperature</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cuda-capable device</source>
        <extracomment>cnnstudio.training.device_causes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image of this class</source>
        <extracomment>cnnstudio.training.metrics</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the {class_count:,} validation images of {class_name}, {recall} are right, while the largest class, {other_class_name}, has {class_counts:,}. Its images decide nearly the whole loss.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the processor</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one NVIDIA GPU</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one epoch</source>
        <extracomment>cnnstudio.training.callbacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each core</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each core, for a choice cannot be remembered: the cache is not writable</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each core, for the comparison was stopped</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each core, to prepare the images</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each core; no others could be tried ({partition})</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a million</source>
        <extracomment>cnnstudio.training.layer_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running means</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps with bfloat16 were measured to be {ratio:.2f} times as fast here</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best validation accuracy is {accuracy}, and always answering the most frequent class gives {baseline}.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the comparison with bfloat16 was stopped</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last time was epoch {best_epoch}</source>
        <extracomment>cnnstudio.training.callbacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss</source>
        <extracomment>cnnstudio.training.step</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipe says so</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipe says so, for each process</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipe says {wanted}{slow}</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training loss jumped up by more than a tenth in {count} of {losses_count} epochs.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training loss rose from {losse:.3g} in epoch 1 to {losses:.3g}.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trial ended</source>
        <extracomment>cnnstudio.training.rate_curve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation loss has hardly moved from {val_loss:.3g}.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation loss is at its lowest, {val_loss:.3g}; more epochs may help.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation loss rose from {val_loss:.3g} to {recent:.3g} while the training loss fell from {train_loss:.3g} to {last_train_loss:.3g}.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation loss was lowest in epoch {epoch} ({val_loss:.3g}; now {last_val_loss:.3g}).</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation loss was {val_loss:.3g} then and has not been lower in {since} epochs (now {last_val_loss:.3g}).</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder to remember a measured choice in</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is one core</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this GPU has no instructions for bfloat16</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this GPU is too old for this build of PyTorch: it has compute capability {major}.{minor}, and {least}.{other_least} is the least (install an older PyTorch).</source>
        <extracomment>cnnstudio.training.device_causes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build of PyTorch has no program for this GPU&apos;s compute capability {major}.{minor} (install a newer PyTorch).</source>
        <extracomment>cnnstudio.training.device_causes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this processor has no instructions for bfloat16</source>
        <extracomment>cnnstudio.training.precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn {turns} of {rank}</source>
        <extracomment>cnnstudio.training.distributed.together</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with SGD and momentum</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with SGD or RMSprop</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with early stopping</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the focal loss</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the schedule Reduce on plateau</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the schedule Steps</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the schedules Steps and Reduce on plateau</source>
        <extracomment>cnnstudio.training.recipe.CONDITIONS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} of {validation_images:,} images means anything from {low} to {high}, so that two trainings are hard to tell apart.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin} Not even one image at a time has room: use smaller images or a smaller network.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin} The batch size is 1 already: use smaller images or a smaller network.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin} Try a batch size of {smaller} instead of {batch_size}.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} NVIDIA GPUs</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{early_stopping} epochs</source>
        <extracomment>cnnstudio.training.callbacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, or add images of the rare classes.</source>
        <extracomment>cnnstudio.training.curve_rules</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{local_count} processes were started on this machine, but it has {found} to use. Start as many as there are (torchrun --nproc-per-node), or choose the CPU: --device cpu.</source>
        <extracomment>cnnstudio.training.devices</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{longer} The learning rates of the epochs left are those of a {name} schedule over {epochs}; those so far were of one over {config_epochs}: this is not the training that had {epochs} from the start.</source>
        <extracomment>cnnstudio.training.endings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <extracomment>cnnstudio.training.judgement</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: batch normalisation cannot learn from a single value per channel. Use a batch size of at least 2 (it is {batch_size}).</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: image {index} has the label {label}, but the network has {classes} outputs (labels 0 to {other_classes}). {remedy}</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the binary loss is for two classes, but the network has {outputs} outputs. Choose cross-entropy as the loss.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the graphics card does not answer any more ({splitline}). A computer that slept may lose it until the program is started again. What the last checkpoint holds is kept: start CNN Studio anew and go on from there, or choose the CPU as the device.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the memory is used up.{at_once}</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the memory was used up by {before} images at once. The step was done again with {after} at a time, and so are all from now on: every update still learns from as many images.{statistics}</source>
        <extracomment>cnnstudio.training.gathering</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the network returned {got} where ({images}, classes) is needed. End it with Flatten and a dense layer.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the pixels of image {map} are not finite numbers. Check the normalisation: a channel that never varies cannot be divided by its deviation.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the {what} of {layer_name} are not finite numbers any more. What was saved last is kept.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {what} is not a finite number any more.{where}{kept}</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, while other programs kept the computer busy</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rival} were measured to be {second:.2f} times as fast only</source>
        <extracomment>cnnstudio.training.thread_choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} The learning rate is small already: look at the images and their normalisation.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} Try a learning rate of {rate:g} instead of {learning_rate:g}.</source>
        <extracomment>cnnstudio.training.failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} cannot train: {problem}. Choose another device.</source>
        <extracomment>cnnstudio.training.device_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} computes something else: after one step it differs by {difference:.2g} of the exact result. Choose another device, and update its driver and PyTorch.</source>
        <extracomment>cnnstudio.training.device_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} works: a training step gives the exact result within {difference:.0e} and takes {step_ms:.1f} ms.</source>
        <extracomment>cnnstudio.training.device_check</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trust_levels</name>
    <message>
        <source>Does not apply</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <extracomment>cnnstudio.ui.inspector.trust_row</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trust_pace</name>
    <message>
        <source>about {time} left</source>
        <extracomment>cnnstudio.ui.inspector.trust_panel</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>view_style</name>
    <message>
        <source>Against</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines at a quarter, half and three quarters of the scale</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own peak</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red speaks for the class, blue against it</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared peak</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is lit where the evidence is, and dark elsewhere</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map&apos;s colours over the image</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number you give has the last colour, for every image</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest place of all maps looked at has the last colour</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest place of this map has the last colour</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks against the class</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for the class</source>
        <extracomment>cnnstudio.ui.inspector.view_style</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>The run {name} was kept by an early version that did not note its images, so its split cannot be written down. Train once more, or export the format PyTorch.</source>
        <extracomment>cnnstudio.workspace.training_code</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
