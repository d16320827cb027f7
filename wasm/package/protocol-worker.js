import { serve } from "./serve.js";
import * as protocol from "./protocol.js";

serve(protocol, protocol.load());
